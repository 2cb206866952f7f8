/**
 * Names that the gazetteer does not have: what people call countries, states and towns, in English, in short, as they
 * were called before, and in the scripts of India. Written by hand; one line a place, its own name first.
 */

/** ISO code | names. The gazetteer has the English and the Hindi name of each country. */
export const countryNames = `
US|usa|u s a|u s|united states of america|america|the united states|अमेरिका|यूएसए
GB|uk|u k|great britain|britain|the united kingdom|ब्रिटेन|इंग्लैंड
AE|uae|u a e|emirates|यूएई|दुबई यूएई
IN|bharat|republic of india|hindustan|ind|pan india|across india|all india|anywhere in india|भारतवर्ष|இந்தியா|ভারত|భారతదేశం|ಭಾರತ|ભારત|ഇന്ത്യ
NL|holland|the netherlands|nederland
CZ|czech republic
KR|korea|republic of korea|south korea
KP|north korea
RU|russian federation
CN|prc|peoples republic of china|mainland china
HK|hong kong|hongkong|hong kong sar
MO|macau|macao
TW|republic of china|taiwan roc
DE|deutschland
ES|espana
IT|italia
CH|schweiz|suisse|svizzera
AT|osterreich
SE|sverige
NO|norge
DK|danmark
FI|suomi
PL|polska
BR|brasil
MX|mexico
TR|turkey|turkiye
CI|ivory coast
CD|drc|dr congo|democratic republic of the congo
CG|congo|republic of the congo
VN|viet nam
LA|laos
MM|burma|myanmar
SA|ksa|kingdom of saudi arabia
IE|republic of ireland|eire
MK|macedonia
PS|palestine
TZ|tanzania
SY|syria
BO|bolivia
VE|venezuela
MD|moldova
BN|brunei
GE|republic of georgia
LK|sri lanka|ceylon
`;

/** Country code | the state's name in the gazetteer | other names and abbreviations. */
export const stateNames = `
IN|Andhra Pradesh|ap|a p|andhra|आंध्र प्रदेश|ఆంధ్రప్రదేశ్
IN|Arunachal Pradesh|ar|अरुणाचल प्रदेश
IN|Assam|as|असम|অসম
IN|Bihar|br|बिहार
IN|Chhattisgarh|cg|ct|chattisgarh|chhatisgarh|छत्तीसगढ़
IN|Delhi|dl|nct of delhi|national capital territory of delhi|nct
IN|Goa|ga|गोवा
IN|Gujarat|gj|गुजरात|ગુજરાત
IN|Haryana|hr|हरियाणा
IN|Himachal Pradesh|hp|h p|himachal|हिमाचल प्रदेश
IN|Jammu and Kashmir|jk|j k|j and k|jammu kashmir|kashmir|जम्मू और कश्मीर
IN|Jharkhand|jh|झारखंड
IN|Karnataka|ka|कर्नाटक|ಕರ್ನಾಟಕ
IN|Kerala|kl|केरल|കേരളം
IN|Madhya Pradesh|mp|m p|मध्य प्रदेश
IN|Maharashtra|mh|महाराष्ट्र
IN|Manipur|mn|मणिपुर
IN|Meghalaya|ml|मेघालय
IN|Mizoram|mz|मिज़ोरम
IN|Nagaland|nl|नागालैंड
IN|Odisha|od|or|orissa|ओडिशा|ଓଡ଼ିଶା
IN|Puducherry|py|पुडुचेरी
IN|Punjab|pb|पंजाब|ਪੰਜਾਬ
IN|Rajasthan|rj|राजस्थान
IN|Sikkim|sk|सिक्किम
IN|Tamil Nadu|tn|t n|tamilnadu|तमिलनाडु|தமிழ்நாடு
IN|Telangana|tg|ts|telengana|तेलंगाना|తెలంగాణ
IN|Tripura|tr|त्रिपुरा
IN|Uttar Pradesh|up|u p|उत्तर प्रदेश
IN|Uttarakhand|uk|ut|uttaranchal|उत्तराखंड
IN|West Bengal|wb|w b|bengal|पश्चिम बंगाल|পশ্চিমবঙ্গ
IN|Ladakh|la|लद्दाख
IN|Andaman and Nicobar Islands|an|andaman and nicobar|andaman
CA|Alberta|ab
CA|British Columbia|bc|b c
CA|Manitoba|mb
CA|New Brunswick|nb
CA|Newfoundland and Labrador|nl|newfoundland
CA|Nova Scotia|ns
CA|Ontario|on|ont
CA|Quebec|qc|pq|que
CA|Saskatchewan|sk
CA|Yukon|yt
CA|Northwest Territories|nt
AU|New South Wales|nsw
AU|Victoria|vic
AU|Queensland|qld
AU|Western Australia|wa
AU|South Australia|sa
AU|Tasmania|tas
AU|Australian Capital Territory|act
US|District of Columbia|d c|washington dc
US|California|calif|cali
US|Massachusetts|mass
US|Pennsylvania|penna
US|New York|new york state
US|Washington|washington state
GB|England|eng
GB|Scotland|sct
GB|Wales|wls
GB|Northern Ireland|n ireland
DE|Bavaria|bayern
DE|North Rhine-Westphalia|nrw|nordrhein westfalen
DE|Hesse|hessen
DE|Lower Saxony|niedersachsen
DE|Saxony|sachsen
DE|Rhineland-Palatinate|rheinland pfalz
DE|Thuringia|thuringen
DE|Baden-Württemberg|bw
`;

/** Country code | the town's name in the gazetteer | other names. */
export const townNames = `
IN|Mumbai|bombay|mumbai city|navi mumbai area|mmr|mumbai metropolitan region|मुंबई|मुम्बई|बंबई|மும்பை|ముంబై|ಮುಂಬೈ|মুম্বই|મુંબઈ|മുംബൈ
IN|Delhi|दिल्ली|delhi city|டெல்லி|ఢిల్లీ|ದೆಹಲಿ|দিল্লি|દિલ્હી|ഡൽഹി
IN|New Delhi|नई दिल्ली|delhi ncr|ncr|ncr delhi|national capital region|ncr region|नयी दिल्ली
IN|Bengaluru|bangalore|banglore|bengalore|bengaluru urban|bangalore urban|blr|बेंगलुरु|बेंगलूरु|बैंगलोर|பெங்களூரு|పెంగళూరు|బెంగళూరు|ಬೆಂಗಳೂರು|বেঙ্গালুরু|બેંગલુરુ|ബെംഗളൂരു
IN|Kolkata|calcutta|कोलकाता|कलकत्ता|কলকাতা|கொல்கத்தா|కోల్‌కతా
IN|Chennai|madras|चेन्नई|சென்னை|చెన్నై|ಚೆನ್ನೈ|চেন্নাই|ചെന്നൈ
IN|Hyderabad|hyd|hyderabad deccan|cyberabad|हैदराबाद|హైదరాబాద్|ஹைதராபாத்|ಹೈದರಾಬಾದ್
IN|Pune|poona|पुणे|पूना
IN|Ahmedabad|amdavad|ahmadabad|अहमदाबाद|અમદાવાદ
IN|Gurugram|gurgaon|guragon|gurgoan|गुरुग्राम|गुड़गांव
IN|Noida|नोएडा
IN|Ghaziabad|गाजियाबाद
IN|Faridabad|फरीदाबाद
IN|Greater Noida|gr noida|ग्रेटर नोएडा
IN|Thiruvananthapuram|trivandrum|तिरुवनंतपुरम|തിരുവനന്തപുരം
IN|Kochi|cochin|ernakulam|कोच्चि|കൊച്ചി
IN|Kozhikode|calicut|കോഴിക്കോട്
IN|Thrissur|trichur|തൃശ്ശൂർ
IN|Alappuzha|alleppey
IN|Kollam|quilon
IN|Visakhapatnam|vizag|vishakhapatnam|waltair|विशाखापत्तनम|విశాఖపట్నం
IN|Vijayawada|bezawada|విజయవాడ
IN|Tiruchirappalli|trichy|tiruchy|tiruchirapalli|திருச்சிராப்பள்ளி|திருச்சி
IN|Coimbatore|kovai|கோயம்புத்தூர்|कोयंबटूर
IN|Madurai|மதுரை
IN|Salem|சேலம்
IN|Thoothukudi|tuticorin
IN|Tirunelveli|nellai
IN|Puducherry|pondicherry|pondy|पुडुचेरी
IN|Mysuru|mysore|मैसूर|ಮೈಸೂರು
IN|Mangaluru|mangalore|ಮಂಗಳೂರು
IN|Hubballi|hubli|hubli dharwad|ಹುಬ್ಬಳ್ಳಿ
IN|Belagavi|belgaum
IN|Vadodara|baroda|वडोदरा|વડોદરા
IN|Surat|सूरत|સુરત
IN|Rajkot|राजकोट|રાજકોટ
IN|Prayagraj|allahabad|प्रयागराज|इलाहाबाद
IN|Varanasi|benares|banaras|kashi|वाराणसी
IN|Lucknow|लखनऊ
IN|Kanpur|cawnpore|कानपुर
IN|Agra|आगरा
IN|Meerut|मेरठ
IN|Jaipur|जयपुर
IN|Jodhpur|जोधपुर
IN|Udaipur|उदयपुर
IN|Kota|कोटा
IN|Bhopal|भोपाल
IN|Indore|इंदौर|इन्दौर
IN|Gwalior|ग्वालियर
IN|Jabalpur|जबलपुर
IN|Raipur|रायपुर
IN|Nagpur|नागपुर
IN|Nashik|nasik|नाशिक|नासिक
IN|Aurangabad|chhatrapati sambhajinagar|sambhajinagar|औरंगाबाद
IN|Kolhapur|कोल्हापुर
IN|Solapur|sholapur
IN|Thane|ठाणे
IN|Navi Mumbai|new bombay|नवी मुंबई
IN|Patna|पटना
IN|Ranchi|रांची
IN|Jamshedpur|tatanagar|जमशेदपुर
IN|Bhubaneswar|bhubaneshwar|भुवनेश्वर
IN|Cuttack|कटक
IN|Guwahati|gauhati|गुवाहाटी
IN|Dehradun|dehra dun|देहरादून
IN|Shimla|simla|शिमला
IN|Chandigarh|tricity|चंडीगढ़|ਚੰਡੀਗੜ੍ਹ
IN|Mohali|sas nagar
IN|Ludhiana|लुधियाना
IN|Amritsar|अमृतसर
IN|Srinagar|श्रीनगर
IN|Jammu|जम्मू
IN|Panjim|panaji|पणजी
IN|Siliguri|सिलीगुड़ी
IN|Howrah|haora|हावड़ा
IN|Asansol|आसनसोल
US|New York City|new york|nyc|new york ny|ny city|n y c|manhattan nyc|न्यूयॉर्क
US|Manhattan|midtown manhattan
US|Los Angeles|la|l a|dtla
US|San Francisco|sf|san fran|bay area|sf bay area|san francisco bay area|सैन फ्रांसिस्को
US|San Jose|silicon valley|san jose metro|south bay
US|Washington|washington dc|washington d c|dc|d c|dmv|washington dc metro
US|Philadelphia|philly
US|Dallas|dfw|dallas fort worth|dallas ft worth
US|Minneapolis|twin cities|minneapolis st paul
US|Raleigh|research triangle|raleigh durham|rtp
US|Las Vegas|vegas
US|New Orleans|nola
US|Salt Lake City|slc
US|Boston|boston metro
US|Atlanta|atl
US|Indianapolis|indy
US|Oklahoma City|okc
US|Kansas City|kcmo
US|Princeton|plainsboro
GB|London|ldn|central london|city of london|लंदन
GB|Newcastle upon Tyne|newcastle
GB|Kingston upon Hull|hull
GB|Stoke-on-Trent|stoke
DE|Köln|cologne|koeln
DE|Munich|munchen|muenchen|म्यूनिख
DE|Frankfurt am Main|frankfurt|frankfurt main
DE|Nürnberg|nuremberg|nuernberg
DE|Hannover|hanover
DE|Düsseldorf|duesseldorf|dusseldorf
DE|Braunschweig|brunswick
DE|Berlin|बर्लिन
CH|Zürich|zurich|zuerich
CH|Genève|geneva|genf|geneve
CH|Basel|basle|bale
CH|Bern|berne
CH|Luzern|lucerne
AT|Vienna|wien
BE|Brussels|bruxelles|brussel
BE|Antwerpen|antwerp|anvers
BE|Gent|ghent
BE|Brugge|bruges
NL|The Hague|den haag|hague|s gravenhage
NL|Amsterdam|एम्स्टर्डम
DK|Copenhagen|kobenhavn|koebenhavn
DK|Århus|aarhus
SE|Göteborg|gothenburg|goteborg
SE|Malmö|malmoe
PL|Warsaw|warszawa
PL|Kraków|cracow
PL|Wrocław|breslau
PL|Łódź|lodz
CZ|Prague|praha
CZ|Brno|brunn
PT|Lisbon|lisboa
PT|Porto|oporto
ES|Sevilla|seville
ES|Zaragoza|saragossa
IT|Milano|milan
IT|Roma|rome
IT|Torino|turin
IT|Napoli|naples
IT|Firenze|florence
IT|Venezia|venice
IT|Genova|genoa
IT|Milan|milano
IT|Rome|roma
IT|Turin|torino
IT|Naples|napoli
IT|Florence|firenze
IT|Venice|venezia
IT|Genoa|genova
RO|Bucharest|bucuresti
RO|Cluj-Napoca|cluj
RS|Belgrade|beograd
HU|Budapest|buda
GR|Athens|athina|athinai
GR|Thessaloníki|salonica|thessaloniki
RU|Moscow|moskva|मॉस्को
RU|Saint Petersburg|st petersburg|leningrad
UA|Kyiv|kiev
UA|Lviv|lvov
UA|Odesa|odessa
UA|Kharkiv|kharkov
BY|Minsk|minsk city
TR|Istanbul|constantinople|istanbul city
CN|Beijing|peking|बीजिंग
CN|Guangzhou|canton
CN|Shanghai|शंघाई
CN|Xi’an|xian|xi an
TW|Taipei|taipei city|taibei
TW|Kaohsiung|kaohsiung city
KR|Seoul|सियोल
KR|Incheon|inchon
KR|Busan|pusan
JP|Tokyo|tokio|टोक्यो
JP|Osaka|osaka shi
VN|Ho Chi Minh City|saigon|hcmc|hcm city
VN|Hanoi|ha noi
MM|Yangon|rangoon
TH|Bangkok|krung thep
MY|Kuala Lumpur|kl
ID|Jakarta|djakarta
ID|Yogyakarta|jogjakarta|jogja
PH|Manila|metro manila|ncr philippines
PH|Makati City|makati
PH|Quezon City|quezon
PH|Taguig|bgc|bonifacio global city|taguig city
SG|Singapore|singapore city|सिंगापुर
HK|Hong Kong|kowloon hong kong
BD|Dhaka|dacca|ঢাকা|ढाका
BD|Chattogram|chittagong
NP|Kathmandu|काठमांडू
LK|Colombo|कोलंबो
PK|Karachi|कराची
AE|Dubai|दुबई|bur dubai
AE|Abu Dhabi|अबू धाबी
SA|Riyadh|ar riyad
SA|Jeddah|jidda
SA|Mecca|makkah
SA|Medina|madinah
QA|Doha|ad dawhah
KW|Kuwait City|al kuwayt
OM|Muscat|masqat
IL|Tel Aviv|tel aviv yafo|tel aviv jaffa
EG|Cairo|al qahirah
MA|Casablanca|dar el beida
ZA|Johannesburg|joburg|jozi
ZA|Gqeberha|port elizabeth
ZA|Pretoria|tshwane
CA|Montréal|montreal
CA|Québec|quebec city|ville de quebec
CA|Toronto|gta|greater toronto area
CA|Vancouver|metro vancouver|lower mainland
MX|Mexico City|cdmx|ciudad de mexico|mexico df
MX|Monterrey|mty
BR|São Paulo|sampa
BR|Rio de Janeiro|rio
AR|Buenos Aires|caba|capital federal
CO|Bogotá|bogota d c|santa fe de bogota
CR|San José|san jose costa rica
AU|Sydney|syd
AU|Melbourne|melb
NZ|Auckland|akl
ET|Addis Ababa|addis abeba
KE|Nairobi|nbo
GH|Accra|accra city
KZ|Almaty|alma ata
KZ|Astana|nur sultan
GE|Tbilisi|tiflis
`;

/** Said of work that is done from elsewhere; with a place beside it, of work that may be. */
export const remoteWords = 'remote|fully remote|100% remote|remotely|remote work|remote job|remote only|remote first|work from home|work at home|wfh|home based|home office|anywhere|work from anywhere|worldwide|global|globally|distributed|telecommute|telework|virtual|online|दूरस्थ|घर से काम|वर्क फ्रॉम होम|ऑनलाइन|रिमोट|homeoffice|teletrabajo|teletravail';
export const partlyRemoteWords = 'hybrid|hybrid remote|flexible|hybrid work|partly remote|temporarily remote|हाइब्रिड';

/** Of a place, but no part of its name. */
export const generalWords = 'greater|area|metro|metropolitan|metroplex|region|city of|district|dist|taluk|taluka|tehsil|county|downtown|central|suburb|suburbs|suburban|urban|rural|near|based in|located in|office|offices|headquarters|hq|onsite|on site|in office|state of|province of|pin|pincode|pin code|zip|preferred|only|other|various|multiple locations|location|emirate|voivodeship|prefecture|province|oblast|canton|municipality|state|department|governorate|and surroundings|surrounding|vicinity|campus|branch|में|शहर|जिला|जिल्हा|राज्य';
