"""Word lists for names: given names by gender, places, words that make an organisation."""

MALE = frozenset(
    "aaron abdul abdullah adam adrian ahmed ajay akash alan albert alberto alejandro alex "
    "alexander "
    "alexei alfred ali allan amit andre andreas andrew andy angel anil ankit anthony antonio arjun "
    "arthur arun ashok ben benjamin bernard bernd bill bob boris brad brandon brendan brett brian "
    "bruce bryan carl carlos cesar charles charlie chris christian christopher chuck colin craig "
    "curtis dale dan daniel dave david dean deepak dennis derek dick diego dieter dmitry don "
    "donald doug douglas duncan dustin dwight earl ed eddie edgar eduardo edward edwin elon "
    "emmanuel "
    "eric erik ernest ethan eugene evan fabio felix fernando francis francisco francois frank "
    "franz fred frederick gareth gary gavin gene geoff geoffrey george gerald gerard gerhard glen "
    "glenn gordon graham greg gregory guillermo gustavo guy hans harold harry hassan heinz henri "
    "henry herbert howard hugh hugo hussein ian ibrahim igor isaac ivan jack jackson jacob jacques "
    "jake james jamie jan jared jason javier jay jean jeff jeffrey jeremy jerome jerry jesus jim "
    "jimmy joachim joe joel john johnny jon jonathan jorge jose joseph josh joshua juan juergen "
    "julian julio justin karl keith ken kenneth kevin khalid kumar kurt kyle lance larry lars "
    "lawrence lee leo leon leonard lewis liam lloyd logan lorenzo louis lucas luis luke luiz "
    "mahesh manish manoj manuel marc marcel marco marcus mario mark markus martin marvin mathew "
    "matt matthew matthias maurice max michael michel miguel mike mikhail mitch mohamed mohammad "
    "mohammed morgan mukesh nathan neil nicholas nick nicolas nigel nikolai noah norman oleg "
    "oliver "
    "omar oscar pablo patrick paul pedro perry pete peter phil philip philippe pierre prakash "
    "rafael rahul raj rajesh rakesh ralph ramesh ramon randy raul ravi ray raymond reggie richard "
    "rick ricardo rob robert roberto robin rod rodney rodrigo roger rohit roland ron ronald ross "
    "roy russell ryan sachin sam samuel sandeep sanjay santiago satish saul scott sean sebastian "
    "sergei sergio seth shane shaun simon stan stanley stefan stephen steve steven stewart stuart "
    "sundar suresh sven ted terrence terry thomas tim timothy todd tom tommy tony travis trevor "
    "troy tyler uwe vernon victor vijay vikram vincent vinod vivek vladimir wally walt walter "
    "warren "
    "wayne werner wilhelm will william wolfgang yusuf zack".split()
)
FEMALE = frozenset(
    "abigail agnes alexandra alice alicia alison allison amanda amber amelia amy ana andrea angela "
    "anita ann anna anne annette annie aparna april ashley audrey barbara beatrice becky beth "
    "betty beverly bonnie brenda brittany camille carla carmen carol caroline carolyn catherine "
    "cathy charlotte cheryl chloe christina christine cindy claire clara claudia colleen connie "
    "cynthia dana danielle dawn deborah debra deepika denise diana diane donna doris dorothy edith "
    "eileen elaine eleanor elena elizabeth ella ellen emily emma erica erin esther eva evelyn "
    "fiona "
    "frances gabriela gail gemma gina ginni gloria grace gwen hannah harriet heather heidi helen "
    "helena "
    "hilary hillary holly ida indra ingrid irene isabel isabelle jacqueline jane janet janice "
    "jasmine jean jennifer jenny jessica jill jo joan joanna joanne jodie josephine joyce juanita "
    "judith judy julia julie june karen karin kate katherine kathleen kathryn kathy katie katrina "
    "kay kelly kim kimberly kirsten kristen kristin laura lauren leah lena leslie lily linda lisa "
    "lois lori lorraine louise lucia lucy lydia lynn madeleine maggie mandy margaret maria marian "
    "marie marilyn marina marion marissa martha mary maureen megan meghan melanie melissa mercedes "
    "mia michelle mildred miranda miriam molly monica nancy naomi natalie natasha nicole nina nora "
    "norma olga olivia pam pamela patricia paula pauline peggy petra phyllis pippa pooja priya "
    "priyanka rachel rebecca regina renee rita roberta rosa rose roz ruth sabine sally samantha "
    "sandra sara sarah shannon sharon sheila shelly sherry sheryl shirley silvia smriti sofia "
    "sonia "
    "sophia sophie stacey stacy stella stephanie sue susan susanne suzanne sylvia tamara tammy "
    "tanya teresa theresa tiffany tina tracy ursula valerie vanessa vera veronica vicki victoria "
    "virginia vivian wendy whitney yvonne zoe".split()
)
PLACES = frozenset(
    "Abuja Accra Adelaide Afghanistan Africa Alabama Alaska Albania Alberta Algeria Algiers "
    "America Amman Amsterdam Anatolia Andalusia Andorra Angola Ankara Antwerp Argentina Arizona "
    "Arkansas Armenia Asia Athens Atlanta Auckland Austin Australia Austria Azerbaijan Baghdad "
    "Bahamas Bahrain Balkans Baltimore Bangalore Bangkok Bangladesh Barbados Barcelona Bavaria "
    "Beijing Beirut Belarus Belfast Belgium Belgrade Belize Bengaluru Benin Bentonville Berlin "
    "Bern Bhutan Birmingham Bogota Bogotá Bolivia Boston Botswana Bradford Bratislava Brazil "
    "Brisbane Bristol Britain Brooklyn Brunei Brussels Bucharest Budapest Bulgaria Burundi Cairo "
    "Calgary California Cambodia Cameroon Canada Canberra Caracas Cardiff Caribbean Catalonia "
    "Chengdu Chennai Chicago Chile China Chongqing Cincinnati Cleveland Cologne Colombia Colorado "
    "Congo Connecticut Copenhagen Crimea Croatia Cuba Cupertino Cyprus Czechia Dakar Dallas "
    "Damascus Delaware Delhi Denmark Denver Detroit Dhaka Djibouti Doha Dubai Dublin Durban "
    "Düsseldorf EU Ecuador Edinburgh Egypt Eindhoven England Eritrea Estonia Eswatini Ethiopia "
    "Europe Fiji Finland Flanders Florida France Frankfurt Fujian Fukuoka Gabon Gambia Geneva "
    "Georgia Germany Ghana Glasgow Goa Gothenburg Greece Greenland Grenada Guadalajara Guangdong "
    "Guangzhou Guatemala Guinea Gujarat Gurgaon Guyana Hainan Haiti Hamburg Hangzhou Hanoi Harare "
    "Haryana Havana Hawaii Hebei Helsinki Henan Honduras Houston Hubei Hunan Hungary Hyderabad "
    "Iceland Idaho Illinois India Indiana Indianapolis Indonesia Iowa Iran Iraq Ireland Islamabad "
    "Israel Istanbul Italy Jaipur Jakarta Jamaica Japan Jeddah Jerusalem Jiangsu Johannesburg "
    "Jordan Kampala Kansas Karachi Karnataka Kathmandu Kazakhstan Kentucky Kenya Kerala Khartoum "
    "Kiev Kolkata Korea Kosovo Kuwait Kyiv Kyrgyzstan Lagos Lahore Laos Latvia Lebanon Leeds "
    "Lesotho Liberia Libya Liechtenstein Lima Lisbon Lithuania Liverpool Lombardy London "
    "Louisiana Luanda Lucknow Lusaka Luxembourg Lyon Macau Macedonia Madagascar Madrid "
    "Maharashtra Maine Malaga Malawi Malaysia Maldives Mali Malmö Malta Manchester Manhattan "
    "Manila Manitoba Maputo Marseille Maryland Massachusetts Mauritania Mauritius Mecca Medellín "
    "Melbourne Mexico Miami Michigan Milan Milwaukee Minneapolis Minnesota Minsk Mississippi "
    "Missouri Moldova Mombasa Monaco Mongolia Montana Montenegro Montevideo Montreal Morocco "
    "Moscow Mozambique Mumbai Munich Myanmar Nagoya Nairobi Namibia Nanjing Naples Nashville "
    "Nebraska Nepal Netherlands Nevada Nicaragua Niger Nigeria Noida Normandy Norway Ohio "
    "Oklahoma Oman Ontario Oregon Osaka Oslo Ottawa Pakistan Palestine Panama Paraguay Paris "
    "Patna Pennsylvania Perth Peru Philadelphia Philippines Phoenix Pittsburgh Poland Portland "
    "Portugal Prague Pretoria Pristina Pune Punjab Pyongyang Qatar Quebec Queensland Quito "
    "Rajasthan Reykjavik Riga Riyadh Romania Rome Rotterdam Russia Rwanda Sacramento Samoa "
    "Sapporo Sarajevo Saskatchewan Scandinavia Scotland Seattle Senegal Seoul Serbia Seville "
    "Seychelles Shandong Shanghai Shanxi Shenzhen Siberia Sichuan Singapore Slovakia Slovenia "
    "Somalia Spain Stockholm Stuttgart Sudan Suriname Suzhou Sweden Switzerland Sydney Syria "
    "Taipei Taiwan Tajikistan Tallinn Tanzania Tbilisi Tehran Tennessee Texas Thailand Tianjin "
    "Tibet Tirana Togo Tokyo Tonga Toronto Tripoli Tunisia Turkey Turkmenistan Türkiye U.K. U.S. "
    "UAE UK US USA Uganda Ukraine Uruguay Utah Uzbekistan Vancouver Venezuela Vermont Vienna "
    "Vietnam Vilnius Virginia Wales Wallonia Warsaw Washington Winnipeg Wisconsin Wuhan Wyoming "
    "Yemen Yokohama Yunnan Zagreb Zambia Zhejiang Zimbabwe Zurich Zürich".split()
)
LONG_PLACES = frozenset(
    (
        "New York",
        "New York City",
        "New Jersey",
        "New Mexico",
        "New Hampshire",
        "New Delhi",
        "New Zealand",
        "New Orleans",
        "New England",
        "Hong Kong",
        "Los Angeles",
        "San Francisco",
        "San Diego",
        "San Jose",
        "San Antonio",
        "Las Vegas",
        "Silicon Valley",
        "United States",
        "United Kingdom",
        "United Arab Emirates",
        "South Africa",
        "South Korea",
        "North Korea",
        "South America",
        "North America",
        "Latin America",
        "Northern Ireland",
        "North Carolina",
        "South Carolina",
        "North Dakota",
        "South Dakota",
        "West Virginia",
        "Rhode Island",
        "Saudi Arabia",
        "Sri Lanka",
        "Costa Rica",
        "Puerto Rico",
        "Czech Republic",
        "Great Britain",
        "Middle East",
        "West Bank",
        "Gaza Strip",
        "East Jerusalem",
        "Southeast Asia",
        "Eastern Europe",
        "Western Europe",
        "European Union",
        "Buenos Aires",
        "Rio de Janeiro",
        "Sao Paulo",
        "São Paulo",
        "Mexico City",
        "Kuala Lumpur",
        "Tel Aviv",
        "Abu Dhabi",
        "St. Louis",
        "Kansas City",
        "Salt Lake City",
        "Uttar Pradesh",
        "Madhya Pradesh",
        "Andhra Pradesh",
        "Tamil Nadu",
        "West Bengal",
        "Jammu and Kashmir",
    )
)
MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)
CALENDAR = MONTHS.union(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday "
    "Saturday "
    "Sunday Christmas Easter Thanksgiving Halloween Ramadan Diwali Ramzan Eid GMT EST EDT PST CET "
    "ET BST IST Black Cyber Prime Singles".split()
)
NATIONAL = (
    r"(?:[A-Z][a-z]+(?:ese|ican|iard|anese|glish|ottish|ritish|panish|urkish|wedish|olish|"
    r"innish|anish|rish)"
    r"|(?:Ind|Austral|Ital|Russ|Brazil|Canad|Norweg|Belg|Hungar|Roman|Bulgar|Ukrain|Austr|Iran|"
    r"Egypt|Pers|Syr|Jordan|Liby|Alger|Tunis|Niger|Ethiop|Ghana|Indones|Malays|Colomb|Peruv|"
    r"Argentin|Boliv|Ecuador|Haiti|Palestin|Armen|Georg|Serb|Croat|Bosn|Sloven|Lithuan|Latv|"
    r"Eston|Macedon|Alban|Scandinav|Californ|Bavar|Paris|Cambod|Mongol|Tanzan|Zamb|Caribbe|"
    r"Saud|Braz|Bahra|As|Eurasia?|Mauritan|Nami?b|Kenya|Cub|Chile)[iae]?an"
    r"|French|Dutch|German|Greek|Swiss|Welsh|Indian|Chinese|Israeli|Iraqi|"
    r"Pakistani|Saudi|Thai|Czech|Arab|Korean|Mexican|African|European|Asian|Western|Eastern|"
    r"Northern|Southern|Central|Muslim|Islamic|Jewish|Hindu|Christian|Catholic|Republican|"
    r"Democrat|Democratic|Internet|English)s?"
)
TITLES = frozenset(
    "Mr Mrs Ms Miss Dr Sir Lord Lady Dame Prof Professor President Judge Justice Senator Sen "
    "Minister Governor Gov Mayor Chancellor Prince Princess King Queen Pope Captain General "
    "Colonel Sheriff Inspector Superintendent Detective Herr Frau Monsieur Madame Señor Señora "
    "Rep Congressman Congresswoman Ambassador Secretary Chairman Chairwoman CEO CFO COO CTO "
    "Commissioner Attorney Sergeant Officer Coach Sgt Lt Capt Gen Rev Reverend Father".split()
)
JOBS = (
    r"chief executive(?: officer)?|chief (?:financial|operating|marketing|technology|merchandising|"
    r"digital|commercial|information|economic|investment|product|strategy|data|legal|people|"
    r"supply chain) (?:officer|"
    r"economist)|chief economist|finance (?:director|chief)|managing director|managing partner|"
    r"executive vice[- ]president|senior vice[- ]president|vice[- ]president|co-founder|founder|"
    r"chairman|chairwoman|chair|president|CEO|CFO|COO|CTO|CMO|director|analyst|economist|"
    r"spokesman|spokeswoman|spokesperson|head|boss|minister|secretary|commissioner|governor|"
    r"general manager|manager|owner|partner|general secretary|lawyer|attorney|attorney general|"
    r"professor|strategist|editor|researcher|consultant|mayor|senator"
)
ORGANISATION = frozenset(
    "Inc Inc. Corp Corp. Corporation Co Co. Company Ltd Ltd. Limited plc PLC LLC LP AG SE SA NV "
    "BV GmbH "
    "KGaA Oyj AB ASA SpA Group Holdings Holding Stores Store Markets Market Supermarkets Foods "
    "Food "
    "Bank Bancorp Airlines Airways Motors Motor Industries Energy Media Entertainment Brands "
    "Partners Capital Systems Technologies Technology Labs Studios Pharmaceuticals Pharmacy "
    "Electronics Logistics Retail Retailing Robotics Software Solutions Networks Financial "
    "Insurance Securities Investments Ventures Equity Management Consulting Research Associates "
    "Brothers Bros Bros. & Sons Hotels Restaurants Coffee Pizza Burger Beverages Brewing Breweries "
    "Apparel Outfitters Cosmetics Beauty Sports Athletics Shoes Fashion Designs Interiors "
    "Furniture "
    "Steel Oil Gas Petroleum Telecom Communications Mobile Wireless Broadcasting Pictures Records "
    "Times Post Journal News Tribune Herald Guardian Telegraph Reuters Bloomberg Press Airline "
    "Farms Kitchen Kitchens Bakery Bakeries Grill Outdoor Goods Trading Depot Superstores Express "
    "Toys Jewellers Jewelers Opticians Eyewear Dairy Creamery Clothing Collective Confectionery "
    "Register Gazette Chronicle Observer Courant".split()
)
FIELDS = frozenset(
    "Food Competition Health Environment Environmental Trade Consumer Energy Water Fish Fisheries "
    "Agriculture Commerce Labour Labor Safety Securities Markets Science Education Transport "
    "Housing Justice Planning Land Home Culture Finance Industry Business Prudential "
    "Communications Natural Forest Forests Weights Alcohol Drug Medicines Immigration Customs "
    "Revenue".split()
)
"""What public bodies are for, as their names have it."""
AGENCY = frozenset(
    "Commission Department Ministry Court Authority Agency Bureau Council Committee Board Congress "
    "Senate Parliament Union Federation Association Office Treasury Tribunal Administration Police "
    "Government Institute University Foundation Federal Reserve Service Services Secretariat "
    "Watchdog Party Organisation Organization Inspectorate Registry Chamber Defence Defense".split()
)
