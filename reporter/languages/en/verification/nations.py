"""Countries by their names, adjectives, peoples and capitals: enough to tell whose side a voice and an act are on.

From general knowledge; each row: the country, then the words that stand for it. Words with a second everyday meaning
(Polish as a verb, Turkey the bird) are kept: they only count on proper names and capitalised adjectives.
"""

_ROWS = """
Afghanistan: afghan afghans kabul
Albania: albanian albanians tirana
Algeria: algerian algerians algiers
Argentina: argentine argentinian argentinians
Armenia: armenian armenians yerevan
Australia: australian australians canberra
Austria: austrian austrians vienna
Azerbaijan: azerbaijani azerbaijanis azeri azeris baku
Bahrain: bahraini bahrainis manama
Bangladesh: bangladeshi bangladeshis dhaka
Belarus: belarusian belarusians minsk
Belgium: belgian belgians
Bolivia: bolivian bolivians
Bosnia: bosnian bosnians sarajevo
Brazil: brazilian brazilians brasilia
Britain: british britons uk london england
Bulgaria: bulgarian bulgarians sofia
Cambodia: cambodian cambodians
Cameroon: cameroonian cameroonians
Canada: canadian canadians ottawa
Chad: chadian chadians
Chile: chilean chileans santiago
China: chinese beijing
Colombia: colombian colombians bogota
Croatia: croatian croatians zagreb
Cuba: cuban cubans havana
Cyprus: cypriot cypriots nicosia
Czechia: czech czechs prague
Denmark: danish danes copenhagen
Ecuador: ecuadorean ecuadorian quito
Egypt: egyptian egyptians cairo
Eritrea: eritrean eritreans asmara
Estonia: estonian estonians tallinn
Ethiopia: ethiopian ethiopians
Finland: finnish finns helsinki
France: french paris
Georgia: georgian georgians tbilisi
Germany: german germans berlin
Ghana: ghanaian ghanaians accra
Greece: greek greeks athens
Haiti: haitian haitians
Hungary: hungarian hungarians budapest
Iceland: icelandic icelanders
India: indian indians
Indonesia: indonesian indonesians jakarta
Iran: iranian iranians tehran
Iraq: iraqi iraqis baghdad
Ireland: irish dublin
Israel: israeli israelis
Italy: italian italians rome
Japan: japanese tokyo
Jordan: jordanian jordanians amman
Kazakhstan: kazakh kazakhs astana
Kenya: kenyan kenyans nairobi
Kosovo: kosovan kosovar kosovars pristina
Kuwait: kuwaiti kuwaitis
Kyrgyzstan: kyrgyz bishkek
Laos: lao laotian
Latvia: latvian latvians riga
Lebanon: lebanese beirut
Libya: libyan libyans tripoli
Lithuania: lithuanian lithuanians vilnius
Malaysia: malaysian malaysians
Mali: malian malians bamako
Mexico: mexican mexicans
Moldova: moldovan moldovans chisinau
Mongolia: mongolian mongolians
Morocco: moroccan moroccans rabat
Mozambique: mozambican mozambicans maputo
Myanmar: burmese burma naypyidaw
Nepal: nepali nepalese kathmandu
Netherlands: dutch hague
Nicaragua: nicaraguan nicaraguans managua
Niger: nigerien nigeriens niamey
Nigeria: nigerian nigerians abuja
Norway: norwegian norwegians oslo
Oman: omani omanis muscat
Pakistan: pakistani pakistanis islamabad
Palestine: palestinian palestinians
Peru: peruvian peruvians lima
Philippines: philippine filipino filipinos manila
Poland: polish poles warsaw
Portugal: portuguese lisbon
Qatar: qatari qataris doha
Romania: romanian romanians bucharest
Russia: russian russians moscow kremlin
Rwanda: rwandan rwandans kigali
Senegal: senegalese dakar
Serbia: serbian serbians serb serbs belgrade
Slovakia: slovak slovaks bratislava
Slovenia: slovenian slovenians slovene ljubljana
Somalia: somali somalis mogadishu
Spain: spanish spaniards madrid
Sudan: sudanese khartoum
Sweden: swedish swedes stockholm
Switzerland: swiss bern
Syria: syrian syrians damascus
Taiwan: taiwanese taipei
Tajikistan: tajik tajiks dushanbe
Tanzania: tanzanian tanzanians
Thailand: thai thais bangkok
Tunisia: tunisian tunisians tunis
Turkey: turkish turks ankara turkiye
Turkmenistan: turkmen ashgabat
Uganda: ugandan ugandans kampala
Ukraine: ukrainian ukrainians kyiv kiev
Uruguay: uruguayan montevideo
Uzbekistan: uzbek uzbeks tashkent
Venezuela: venezuelan venezuelans caracas
Vietnam: vietnamese hanoi
Yemen: yemeni yemenis sanaa
Zambia: zambian zambians lusaka
Zimbabwe: zimbabwean zimbabweans harare
United States: american americans us u.s. usa washington pentagon
Saudi Arabia: saudi saudis riyadh
South Africa: pretoria
North Korea: pyongyang
South Korea: seoul
"""


def _by_word() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _ROWS.strip().splitlines():
        country, _, others = line.partition(":")
        for word in (country.lower(), *others.split()):
            found[word] = country
    return found


NATIONS = _by_word()
