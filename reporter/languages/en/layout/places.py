"""Names that stand in datelines without more: capitals, large cities, states, as English copy spells them.

Compiled for this project from general knowledge of geography. They only decide whether "Moscow:" or "KENYA:" in front
of a story is a dateline or something else ("TRUMP:"); a place that is missing is still found where the dateline has a
date, an agency, a region or a dash.
"""

_NAMES = """
Abidjan; Abu Dhabi; Abuja; Accra; Addis Ababa; Adelaide; Aden; Afghanistan; Ahmedabad; Albania; Aleppo; Alexandria;
Algeria; Algiers; Alicante; Almaty; Amman; Amsterdam; Anchorage; Angola; Ankara; Antananarivo; Antwerp; Argentina;
Armenia; Asmara; Astana; Asuncion; Athens; Atlanta; Atlantic City; Auckland; Austin; Australia; Austria; Azerbaijan;
Baghdad; Bahrain; Baku; Bali; Baltimore; Bamako; Bandar Seri Begawan; Bangalore; Bangkok; Bangladesh; Bangui;
Banjul; Barcelona; Basra; Beijing; Beirut; Belarus; Belfast; Belgium; Belgrade; Belmopan; Bengaluru; Benin; Berlin;
Bern; Berne; Bhopal; Bhubaneswar; Bilbao; Birmingham; Bishkek; Bissau; Bogota; Bogotá; Bolivia; Bologna; Bonn;
Bordeaux; Bosnia; Boston; Botswana; Brasilia; Brasília; Bratislava; Brazil; Brazzaville; Bridgetown; Brisbane;
Bristol; Brussels; Bucharest; Budapest; Buenos Aires; Buffalo; Bujumbura; Bulgaria; Burkina Faso; Burundi; Cairo;
Calcutta; Calgary; Cambodia; Cameroon; Canada; Canberra; Cape Town; Caracas; Cardiff; Casablanca; Castries;
Chandigarh; Charlotte; Chennai; Chicago; Chile; China; Chisinau; Cincinnati; Cleveland; Cologne; Colombia; Colombo;
Conakry; Congo; Copenhagen; Cork; Costa Rica; Croatia; Cuba; Cyprus; Dakar; Dallas; Damascus; Dar es Salaam; Darwin;
Davos; Delhi; Denmark; Denver; Des Moines; Detroit; Dhaka; Dili; Djibouti; Dodoma; Doha; Donetsk; Dortmund; Douala;
Dubai; Dublin; Durban; Dushanbe; Ecuador; Edinburgh; Edmonton; Egypt; England; Erbil; Eritrea; Estonia; Ethiopia;
Finland; Florence; Fort Worth; France; Frankfurt; Freetown; Gabon; Gaborone; Gambia; Gaza; Gaza City; Geneva; Genoa;
Georgetown; Ghana; Glasgow; Goma; Greece; Guadalajara; Guangzhou; Guatemala City; Guinea; Guwahati; Guyana; Haiti;
Hamburg; Hamilton; Hanoi; Harare; Hartford; Havana; Hebron; Helsinki; Hiroshima; Ho Chi Minh City; Hobart; Homs;
Honduras; Hong Kong; Honiara; Honolulu; Houston; Hungary; Hyderabad; Iceland; India; Indianapolis; Indonesia; Iran;
Iraq; Ireland; Islamabad; Israel; Istanbul; Italy; Ivory Coast; Jaipur; Jakarta; Jamaica; Jammu; Japan; Jeddah;
Jerusalem; Johannesburg; Juba; Kabul; Kampala; Kandahar; Karachi; Kathmandu; Kazakhstan; Kazan; Kenya; Kharkiv;
Khartoum; Kiev; Kigali; Kingston; Kinshasa; Kolkata; Kosovo; Krakow; Kuala Lumpur; Kuwait; Kuwait City; Kyiv; Kyoto;
Kyrgyzstan; La Paz; Lagos; Lahore; Laos; Las Vegas; Latvia; Lausanne; Lebanon; Leeds; Leipzig; Liberia; Libreville;
Libya; Lille; Lilongwe; Lima; Lisbon; Lithuania; Liverpool; Ljubljana; Lome; London; Los Angeles; Luanda; Lucknow;
Lusaka; Luxembourg; Lviv; Lyon; Macau; Madagascar; Madrid; Malabo; Malawi; Malaysia; Male; Mali; Malta; Managua;
Manama; Manchester; Manila; Maputo; Marrakech; Marseille; Maseru; Mauritania; Mbabane; Mecca; Melbourne; Memphis;
Mexico; Mexico City; Miami; Milan; Milwaukee; Minneapolis; Minsk; Mogadishu; Moldova; Mombasa; Monaco; Mongolia;
Monrovia; Montenegro; Montevideo; Montreal; Morocco; Moroni; Moscow; Mosul; Mozambique; Mumbai; Munich; Muscat;
Myanmar; Mykolaiv; N'Djamena; Nagasaki; Nairobi; Namibia; Nantes; Naples; Nashville; Nassau; Naypyidaw; Ndjamena;
Nepal; Netherlands; New Delhi; New Orleans; New York; New Zealand; Niamey; Nicaragua; Nice; Nicosia; Niger; Nigeria;
North Korea; Northern Ireland; Norway; Nouakchott; Noumea; Novosibirsk; Nuku'alofa; Nuuk; Odesa; Odessa; Oklahoma
City; Oman; Osaka; Oslo; Ottawa; Ouagadougou; Oxford; Pakistan; Palermo; Panama City; Paraguay; Paramaribo; Paris;
Patna; Perth; Peru; Peshawar; Philadelphia; Philippines; Phnom Penh; Phoenix; Pittsburgh; Podgorica; Poland; Port
Louis; Port Moresby; Port of Spain; Port Said; Port Vila; Port-au-Prince; Porto; Porto-Novo; Portugal; Prague;
Praia; Pretoria; Pristina; Pune; Pyongyang; Qatar; Quebec; Quebec City; Quetta; Quito; Rabat; Raipur; Ramallah;
Ranchi; Rangoon; Reykjavik; Riga; Rio de Janeiro; Riyadh; Romania; Rome; Rotterdam; Russia; Rwanda; Salt Lake City;
Samara; San Antonio; San Diego; San Francisco; San Jose; San Juan; San Marino; San Salvador; Sanaa; Santiago; Santo
Domingo; Sao Paulo; Sarajevo; Saudi Arabia; Scotland; Seattle; Senegal; Seoul; Serbia; Seville; Shanghai; Shenzhen;
Shimla; Sierra Leone; Singapore; Skopje; Slovakia; Slovenia; Sofia; Somalia; South Africa; South Korea; South Sudan;
Spain; Sri Lanka; Srinagar; St Petersburg; St. Louis; St. Petersburg; Stockholm; Strasbourg; Stuttgart; Sucre;
Sudan; Suva; Sweden; Switzerland; Sydney; Syria; São Paulo; Tabriz; Taipei; Taiwan; Tajikistan; Tallinn; Tampa;
Tanzania; Tarawa; Tashkent; Tbilisi; Tegucigalpa; Tehran; Tel Aviv; Thailand; The Hague; Thessaloniki; Thimphu;
Thiruvananthapuram; Tijuana; Timbuktu; Tirana; Togo; Tokyo; Toronto; Toulouse; Tripoli; Tunis; Tunisia; Turin;
Turkey; Turkmenistan; Uganda; Ukraine; Ulaanbaatar; United Nations; Uruguay; Uzbekistan; Vaduz; Valencia; Valletta;
Vancouver; Varanasi; Vatican City; Venezuela; Venice; Victoria; Vienna; Vientiane; Vietnam; Vijayawada; Vilnius;
Vladivostok; Wales; Warsaw; Washington; Washington DC; Washington, D.C.; Washington, DC; Wellington; Windhoek;
Winnipeg; Wuhan; Xi'an; Yamoussoukro; Yangon; Yaounde; Yekaterinburg; Yemen; Yerevan; York; Zagreb; Zambia;
Zanzibar; Zimbabwe; Zurich
"""

DATELINE_PLACES = {name.casefold(): name for name in (" ".join(entry.split()) for entry in _NAMES.split(";")) if name}
