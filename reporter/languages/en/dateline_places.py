"""Names that stand in datelines without more: capitals, large cities, states and territories, as English copy spells them.

Compiled for this project from general knowledge of geography. They only decide whether "Moscow:" or "KENYA:" in front
of a story is a dateline or something else ("TRUMP:"); a place that is missing is still found where the dateline has a
date, an agency, a region or a dash.
"""

_NAMES = """
Abidjan; Abu Dhabi; Abuja; Accra; Addis Ababa; Aden; Adelaide; Ahmedabad; Aleppo; Alexandria; Algiers; Alicante; Almaty;
Amman; Amsterdam; Anchorage; Ankara; Antananarivo; Antwerp; Asmara; Astana; Asuncion; Athens; Atlanta; Atlantic City;
Auckland; Austin; Baghdad; Baku; Bali; Baltimore; Bamako; Bandar Seri Begawan; Bangalore; Bangkok; Bangui; Banjul;
Barcelona; Basra; Beijing; Beirut; Belfast; Belgrade; Belmopan; Bengaluru; Berlin; Bern; Berne; Bhopal; Bhubaneswar;
Bilbao; Birmingham; Bishkek; Bissau; Bogota; Bogotá; Bologna; Bonn; Bordeaux; Boston; Brasilia; Brasília; Bratislava;
Brazzaville; Bridgetown; Brisbane; Bristol; Brussels; Bucharest; Budapest; Buenos Aires; Buffalo; Bujumbura; Cairo;
Calcutta; Calgary; Canberra; Cape Town; Caracas; Cardiff; Casablanca; Castries; Chandigarh; Charlotte; Chennai; Chicago;
Chisinau; Cincinnati; Cleveland; Cologne; Colombo; Conakry; Copenhagen; Cork; Dakar; Dallas; Damascus; Dar es Salaam;
Darwin; Davos; Delhi; Denver; Des Moines; Detroit; Dhaka; Dili; Djibouti; Dodoma; Doha; Donetsk; Dortmund; Douala; Dubai;
Dublin; Durban; Dushanbe; Edinburgh; Edmonton; Erbil; Florence; Fort Worth; Frankfurt; Freetown; Gaborone; Gaza;
Gaza City; Geneva; Genoa; Georgetown; Glasgow; Goma; Guadalajara; Guangzhou; Guatemala City; Guwahati; Hamburg;
Hamilton; Hanoi; Harare; Hartford; Havana; Hebron; Helsinki; Hiroshima; Ho Chi Minh City; Hobart; Homs; Hong Kong;
Honiara; Honolulu; Houston; Hyderabad; Indianapolis; Islamabad; Istanbul; Jaipur; Jakarta; Jammu; Jeddah; Jerusalem;
Johannesburg; Juba; Kabul; Kampala; Kandahar; Karachi; Kathmandu; Kazan; Kharkiv; Khartoum; Kiev; Kigali; Kingston;
Kinshasa; Kolkata; Krakow; Kuala Lumpur; Kuwait City; Kyiv; Kyoto; La Paz; Lagos; Lahore; Las Vegas; Lausanne; Leeds;
Leipzig; Liberia; Libreville; Lille; Lilongwe; Lima; Lisbon; Liverpool; Ljubljana; Lome; London; Los Angeles; Luanda;
Lucknow; Lusaka; Luxembourg; Lviv; Lyon; Macau; Madrid; Malabo; Male; Managua; Manama; Manchester; Manila; Maputo;
Marrakech; Marseille; Maseru; Mbabane; Mecca; Melbourne; Memphis; Mexico City; Miami; Milan; Milwaukee; Minneapolis; Minsk;
Mogadishu; Mombasa; Monaco; Monrovia; Montevideo; Montreal; Moroni; Moscow; Mosul; Mumbai; Munich; Muscat; Mykolaiv;
Nagasaki; Nairobi; Nantes; Naples; Nashville; Nassau; Naypyidaw; Ndjamena; N'Djamena; New Delhi; New Orleans; New York;
Niamey; Nice; Nicosia; Nouakchott; Noumea; Novosibirsk; Nuku'alofa; Nuuk; Odesa; Odessa; Oklahoma City; Osaka; Oslo;
Ottawa; Ouagadougou; Oxford; Palermo; Panama City; Paramaribo; Paris; Patna; Perth; Peshawar; Philadelphia; Phnom Penh;
Phoenix; Pittsburgh; Podgorica; Port Louis; Port Moresby; Port of Spain; Port Said; Port-au-Prince; Port Vila; Porto;
Porto-Novo; Prague; Praia; Pretoria; Pristina; Pune; Pyongyang; Quebec; Quebec City; Quetta; Quito; Rabat; Raipur;
Ramallah; Ranchi; Rangoon; Reykjavik; Riga; Rio de Janeiro; Riyadh; Rome; Rotterdam; Salt Lake City; Samara;
San Antonio; San Diego; San Francisco; San Jose; San Juan; San Marino; San Salvador; Sanaa; Santiago; Santo Domingo;
Sao Paulo; São Paulo; Sarajevo; Seattle; Seoul; Seville; Shanghai; Shenzhen; Shimla; Singapore; Skopje; Sofia; Srinagar;
St Petersburg; St. Louis; St. Petersburg; Stockholm; Strasbourg; Stuttgart; Sucre; Suva; Sydney; Tabriz; Taipei;
Tallinn; Tampa; Tarawa; Tashkent; Tbilisi; Tegucigalpa; Tehran; Tel Aviv; The Hague; Thessaloniki; Thimphu;
Thiruvananthapuram; Tijuana; Timbuktu; Tirana; Tokyo; Toronto; Toulouse; Tripoli; Tunis; Turin; Ulaanbaatar;
United Nations; Vaduz; Valencia; Valletta; Vancouver; Varanasi; Vatican City; Venice; Victoria; Vienna; Vientiane;
Vijayawada; Vilnius; Vladivostok; Warsaw; Washington; Washington, DC; Washington, D.C.; Washington DC; Wellington;
Windhoek; Winnipeg; Wuhan; Xi'an; Yamoussoukro; Yangon; Yaounde; Yekaterinburg; Yerevan; York; Zagreb; Zanzibar; Zurich;
Afghanistan; Albania; Algeria; Angola; Argentina; Armenia; Australia; Austria; Azerbaijan; Bahrain; Bangladesh; Belarus;
Belgium; Benin; Bolivia; Bosnia; Botswana; Brazil; Bulgaria; Burkina Faso; Burundi; Cambodia; Cameroon; Canada; Chile;
China; Colombia; Congo; Costa Rica; Croatia; Cuba; Cyprus; Denmark; Ecuador; Egypt; England; Eritrea; Estonia; Ethiopia;
Finland; France; Gabon; Gambia; Ghana; Greece; Guinea; Guyana; Haiti; Honduras; Hungary; Iceland; India; Indonesia; Iran;
Iraq; Ireland; Israel; Italy; Ivory Coast; Jamaica; Japan; Kazakhstan; Kenya; Kosovo; Kuwait; Kyrgyzstan; Laos; Latvia;
Lebanon; Libya; Lithuania; Madagascar; Malawi; Malaysia; Mali; Malta; Mauritania; Mexico; Moldova; Mongolia; Montenegro;
Morocco; Mozambique; Myanmar; Namibia; Nepal; Netherlands; New Zealand; Nicaragua; Niger; Nigeria; North Korea;
Northern Ireland; Norway; Oman; Pakistan; Paraguay; Peru; Philippines; Poland; Portugal; Qatar; Romania; Russia; Rwanda;
Saudi Arabia; Scotland; Senegal; Serbia; Sierra Leone; Slovakia; Slovenia; Somalia; South Africa; South Korea;
South Sudan; Spain; Sri Lanka; Sudan; Sweden; Switzerland; Syria; Taiwan; Tajikistan; Tanzania; Thailand; Togo; Tunisia;
Turkey; Turkmenistan; Uganda; Ukraine; Uruguay; Uzbekistan; Venezuela; Vietnam; Wales; Yemen; Zambia; Zimbabwe
"""

DATELINE_PLACES = {name.casefold(): name for name in (" ".join(entry.split()) for entry in _NAMES.split(";")) if name}
