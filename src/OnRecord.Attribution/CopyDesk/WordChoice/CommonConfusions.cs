namespace OnRecord.Attribution.CopyDesk.WordChoice;

/// <summary>The words that are taken for one another most, each with the neighbours that leave no doubt.</summary>
internal static class CommonConfusions
{
    public const string Lines = """
        in|to|into|for|fought|win|won|lost a|the [dual>duel] ~
        [duel>dual] citizenship|nationality|role|roles|purpose|carriageway|citizen|citizens|nationals|national|use
        has|have|had [lead>led] to
        was|were|been|being [lead>led] by
        to|will|would|could|may|might|can|cannot|not|don't|didn't|won't|can't [loose>lose] the|a|their|his|her|its|my|your|our|money|jobs|weight|control|out|one|two|any|it|them
        [loosing>losing] his|her|their|its|my|your|our|money|control|weight|out|to|ground
        [lose>loose] cannon|cannons|fitting|ends|change
        high|primary|secondary|elementary|middle|grammar school [principle>principal|principles>principals]
        school|college [principle>principal|principles>principals] ~
        [principle>principal] dancer|violinist|investigator|author|conductor|residence|photography
        agree|agreed|agrees|agreement in [principal>principle]
        matter|question|man|woman of [principal>principle] ~
        of|in|from|with|by|into|at|under|on [it's>its] !a|an|the|not|been|going|all|just|so|too|no|like|that|what|very|always|never|really|only|about|because|being|my|your|his|her|our|their
        [it's>its] own
        [its>it's] a|the|an|not|been
        an|no|little|profound|negative|positive|significant|adverse|immediate|lasting|chilling|devastating [affect>effect] on
        the|an|a [affect>effect] of
        take|took|takes|taken|taking|come|came|comes|put into? [affect>effect] ~
        side|sound|knock-on [affect>effect|affects>effects] ~
        will|would|could|can|may|might|not [effect>affect] our|their|people|everyone|us|them|him|me|you|many|millions|thousands
        badly|adversely|severely|directly|worst|seriously [effected>affected]
        is|are|was|were|been [effected>affected] by
        in|of|on|with|for|by|have|had|has|each|after|from [there>their] own
        [there>their] respective
        of|with|lost|fled|left|in [there>their] homes|lives|parents|fathers|mothers|children|families|jobs
        [their>there] is|are|was|were|has|have|isn't|aren't|wasn't
        [they're>their] own|respective|homes|families|lives
        [your>you're] welcome ~
        [your>you're] not|a|the
        [you're>your] own
        rather [then>than]
        anything|nothing|no|any|something|someone|nobody|reason other [then>than]
        more|less|fewer|greater|higher|lower|better|worse|later|larger|smaller|longer|older|younger|faster [then>than] expected|ever|usual|half|twice|10|20|50|100|200|1,000
        since|until [than>then] ~
        full|whole|ship's [compliment>complement] of
        [complemented>complimented] him|her|them on
        pay|paid|pays|paying|return|returned a|the|him|her [complement>compliment]
        [complementary>complimentary] tickets|ticket|drink|drinks|breakfast|copy|copies
        [tow>toe|tows>toes|towed>toed|towing>toeing] the party? line
        free [reign>rein]
        to [reign>rein] in spending|costs|inflation|its|their|his|her
        the [reigns>reins] of power|government|control|state
        take|took|taken|hand|handed|hold|holding over? the [reigns>reins] ~
        [rein>reign|reins>reigns] of terror
        during|throughout his|her|the|their [rein>reign] ~
        [pour>pore|pours>pores|poured>pored|pouring>poring] over the|his|her|their|these|those|thousands|hundreds? of? documents|papers|books|data|maps|records|files|results|figures|evidence|footage|accounts|ledgers|letters
        [peak>pique|peaks>piques|peaked>piqued|peek>pique|peeked>piqued] my|your|his|her|its|our|their|one's|some interest|curiosity|interests
        a fit of [peak>pique|peek>pique]
        sneak [peak>peek]
        mountain [peek>peak|peeks>peaks]
        a [site>sight] for sore eyes
        catch|caught|lose|losing|loses [site>sight] of
        building|construction|camp|crash|bomb|landfill [sight>site|sights>sites] ~
        [hoard>horde|hoards>hordes] of people|fans|tourists|reporters|shoppers|protesters|journalists|photographers|visitors|children|zombies|admirers
        [horde>hoard|hordes>hoards] of gold|coins|treasure|cash|silver|weapons|money
        [baited>bated] breath
        deep|deeply [seeded>seated]
        [wet>whet|wets>whets] * appetite|appetites
        is|was|as a case [and>in] point
        a [mute>moot] point
        for all [intensive>intents and] purposes
        should|could|would|must|might|shouldn't|couldn't|wouldn't [of>have] been|had|done|gone|known|made|said|seen|taken|come|told|given|happened|won|lost|got|never|just|used|left|thought|stopped|prevented
        doesn't|didn't|not [jive>jibe] with
        [statue>statute] of limitations
        basic|central [tenant>tenet|tenants>tenets] of
        [gorilla>guerrilla] warfare|war|fighter|fighters|tactics|attack|attacks|leader
        the|in [calvary>cavalry] officer|charge|regiment|division|horses
        [prostrate>prostate] cancer|gland|surgery
        [heroine>heroin] addict|addicts|addiction|overdose|overdoses|dealer|dealers|trafficking|use
        [discreet>discrete] events|units|steps|elements|categories
        [discrete>discreet] inquiries|enquiries
        [stationary>stationery] shop|store|cupboard|supplies
        [stationery>stationary] car|cars|vehicle|vehicles|traffic|bus|train|lorry|truck|bike|object
        [elicit>illicit] drugs|affair|trade|substances|activity|activities|goods|sales
        to [illicit>elicit] a|any|some
        [allude>elude|alluded>eluded|alluding>eluding] capture|arrest|police|justice|detection
        marriage|grief|debt [councillor>counsellor|councillors>counsellors|councilor>counselor|councilors>counselors]
        city|town|parish|borough [counsellor>councillor|counsellors>councillors]
        parish|town|borough|district [counsel>council] ~
        [capitol>capital] punishment|gains|letters|investment|city
        [boarder>border] crossing|crossings|guard|guards|patrol|control|controls|security|dispute|town|wall
        [breech>breach] of contract|trust|security|peace|confidence|duty|data|privacy
        data|security [breech>breach|breeches>breaches]
        motion of [censor>censure]
        strike|struck|strikes|striking a|the [cord>chord] ~
        vocal [chord>cord|chords>cords]
        spinal|umbilical [chord>cord]
        golf|race|training|crash|due|main [coarse>course]
        of [coarse>course] ~
        [currant>current] affairs|account|events|situation|president|mayor|climate
        [desert>dessert] menu|wine|spoon|spoons
        just [desserts>deserts] ~
        dire [straights>straits]
        in [eminent>imminent] danger
        [eminent>imminent] threat|attack|collapse|danger
        [imminent>eminent] scientist|professor|domain
        not|wasn't|weren't|isn't|hardly|never [phased>fazed] by
        first|second|third|final|next|initial [faze>phase]
        a [flare>flair] for
        [flaired>flared] up
        [flaunt>flout|flaunts>flouts|flaunted>flouted|flaunting>flouting] the|a|its|his? law|laws|rules|ban|regulations|convention|conventions|order|orders|restrictions
        [fowl>foul] play|language|mood|smell|weather
        [grizzly>grisly] murder|murders|discovery|crime|crimes|scene|find|death|killing|killings|details
        [grisly>grizzly] bear|bears
        [hail>hale] and hearty
        [hale>hail] storm|storms|stones
        aircraft|airplane|plane|airport [hanger>hangar|hangers>hangars]
        coat [hangar>hanger|hangars>hangers]
        an|new|rare|unique|some|more|further [incite>insight] into
        to|will|would|could [insight>incite] violence|hatred|riots|a|racial
        [lightening>lightning] strike|strikes|bolt|bolts|storm|storms|rod|rods|struck
        hit|struck|killed by [lightening>lightning]
        court [marshal>martial|marshall>martial] ~
        [marshal>martial|marital>martial] arts|law
        [martial>marital] status|problems|rape|infidelity
        fire [martial>marshal]
        win|won|wins|winning|took|claimed a|the|his|her|their gold|silver|bronze [metal>medal|metals>medals] ~
        test|tested|show|showed|prove|proved his|her|their [metal>mettle] ~
        boost|boosts|boosted|boosting|troop [moral>morale] ~
        [morale>moral] obligation|duty|compass|high|victory|grounds
        [navel>naval] base|officer|officers|academy|ship|ships|forces|battle|blockade|fleet
        [naval>navel] gazing
        unexploded [ordinance>ordnance]
        [ordinance>ordnance] disposal|survey
        colour|color [palate>palette|pallet>palette]
        wooden [palates>pallets|palettes>pallets|palette>pallet]
        over|in|during|for the [passed>past] few|two|three|four|five|six|year|week|month|decade|century
        walked|drove|ran|flew|went|sailed [passed>past] the|a|his|her|their|them|us|him
        has|have|had [past>passed] the|away|through
        back [peddled>pedalled|peddling>pedalling|peddle>pedal]
        [pedal>peddle|pedaling>peddling|pedalling>peddling|pedaled>peddled|pedalled>peddled] drugs|lies|influence|misinformation|conspiracy|fear|myths
        [perspective>prospective] buyers|buyer|employer|employers|customer|customers|student|students|tenants|candidates
        [plain>plane] crash|crashed|crashes|ticket|tickets
        general [populous>populace]
        [pray>prey|prays>preys|praying>preying] on vulnerable|elderly|unsuspecting|young|fears|women
        bird|birds of [pray>prey]
        to|will|would|can [precede>proceed] with
        [preceded>proceeded] to
        [reek>wreak|reeks>wreaks|reeking>wreaking|wreck>wreak|wrecks>wreaks|wrecked>wreaked|wrecking>wreaking] havoc
        [role>roll] call
        [roll>role] model|models
        play|plays|played|playing a|an|the|his|her|its|their key|major|leading|central|important|vital|big|crucial|pivotal|active|minor? [roll>role] ~
        [sew>sow|sews>sows|sewed>sowed|sewing>sowing|sewn>sown] discord|doubt|division|confusion|chaos|distrust|seeds|panic
        [shear>sheer] luck|size|scale|force|number|numbers|volume|determination|will
        [slight>sleight] of hand
        [soul>sole] survivor|survivors|purpose|heir|owner|responsibility|proprietor
        [sole>soul] mate|mates|searching
        at [steak>stake] ~
        different|new|another|change|changed|changing [tact>tack] ~
        [taut>taught] him|her|them|us|me|at
        [teaming>teeming] with life|people|fish|tourists|wildlife|rats|insects
        go|goes|went|going|gone|came|walked|ran|passed|drove|broke [threw>through] the|a|an|his|her|their
        far [to>too] many|often|late|soon|long|high|few
        all [to>too] often|familiar|common|easy|soon
        in a|the|this|that similar|same? [vain>vein|vane>vein] ~
        in [vein>vain] ~
        weather [vein>vane|vain>vane]
        a|complete|total|huge [waist>waste] of
        [wave>waive|waves>waives|waved>waived] the|his|her|their|its|any|all right|rights|fee|fees|immunity|charges|requirement|requirements
        never|not|didn't|hasn't [waiver>waver|waivered>wavered] ~
        [weather>whether] or not
        [whether>weather] forecast|forecasts|conditions|permitting|report|warning|warnings
        [who's>whose] own|name|names|father|mother|son|daughter|husband|wife|parents|children|body
        [whose>who's] been|going
        through the [ringer>wringer] ~
        egg [yoke>yolk|yokes>yolks]
        under|off|from the [yolk>yoke] of
        risk [adverse>averse]
        royal [ascent>assent]
        granted|denied|refused|posted|police [bale>bail] ~
        out on [bale>bail] ~
        hay [bail>bale|bails>bales]
        [bare>bear|bares>bears] witness|fruit
        [bare>bear] in mind
        [bare>bear|bares>bears] the brunt|cost
        his|her|their|my|our [bear>bare] hands
        the [bear>bare] minimum|essentials|necessities
        wide [birth>berth]
        gave|give|gives|giving|given [berth>birth] to
        [born>borne] out by
        [born>borne] the brunt|cost|costs
        [cease>seize] the day|moment|opportunity|initiative
        [seize>cease] fire
        [collaborate>corroborate|collaborates>corroborates|collaborated>corroborated] his|her|their|the story|account|claim|claims|allegations|testimony
        join|joined|jump|jumped|jumping the|a [cue>queue] ~
        right on [queue>cue] ~
        [diffuse>defuse|diffused>defused|diffusing>defusing] a|the|this? situation|tension|tensions|bomb|bombs|row|crisis|device|standoff
        of african|asian|irish|italian|german|indian|chinese|jewish|latin|mexican|european|polish|russian|ukrainian|turkish|arab|scottish|french|spanish|greek|korean|japanese [decent>descent]
        [dyeing>dying] of|from
        in|an|brown [envelop>envelope] ~
        will|to|would [envelope>envelop] the|a
        summer|garden [fate>fete] ~
        to|can|could|can't|couldn't [here>hear] him|her|them|us
        this|next|yesterday|every|good|monday|tuesday|wednesday|thursday|friday|saturday|sunday [mourning>morning] ~
        [peace>piece] of cake|paper|land|advice|equipment|legislation|art|history|furniture|music|evidence
        [piece>peace] talks|treaty|deal|agreement|process|prize|keepers|keeping
        opinion|exit [pole>poll|poles>polls]
        go|goes|going|went|head|heading|headed to the [poles>polls] on|in|today|tomorrow|this|next|again
        [poll>pole] position|vault|vaulter|dancer
        read|given|received|administered|gave the|his|her|him|their? last [rights>rites] ~
        set|sets|setting [sale>sail] ~
        crime [seen>scene|seens>scenes]
        at|from the [seen>scene] ~
        follow|followed|following|follows [suite>suit]
        law [suite>suit|suites>suits]
        en [suit>suite]
        hotel|penthouse|presidential|bridal|honeymoon [suit>suite] ~
        dance|theatre|theater|acting|circus|ballet [troop>troupe] ~
        military|government|enemy|ground [troupes>troops]
        [undo>undue] influence|pressure|stress|burden|hardship|delay
        [pubic>public] school|schools|library|libraries|transport|health|service|services|affairs|meeting|meetings|inquiry|relations|opinion|office|safety|sector|funds|money|square|hearing|park
        general|project|campaign|team|city|office|football|line [manger>manager]
        civilian|heavy|military|mass [causality>casualty|causalities>casualties] ~
        to|will [asses>assess] the|whether|how|damage|its|what
        stand|stood|standing|faces|awaiting|awaits|murder|clinical|jury|show [trail>trial|trails>trials] ~
        campaign|hiking|paper|nature [trial>trail|trials>trails] ~
        [excepted>accepted] the|his|her resignation|offer|invitation|award|job|apology
        everyone|everything|all|nothing|anything [accept>except] for
        to|will|would|must|should|cannot|not [advice>advise] the|him|her|them|people|clients|against|ministers|residents|anyone
        legal|medical|expert|professional|good|bad|free [advise>advice] ~
        to|can|could|can't|couldn't|cannot [breath>breathe] ~
        out of|her|his|their? [breathe>breath] ~
        deep|last|short|fresh [breathe>breath]
        to|will|would [device>devise] a|an|the|new
        explosive|mobile|medical|electronic|incendiary [devise>device|devises>devices]
        military|army|police|naval|medical|security|ambulance|emergency|service [personal>personnel] ~
        keep|kept|stay|stayed|remain|remained|unusually [quite>quiet] ~
        [quiet>quite] a bit|lot|number
        they|who|we [where>were] killed|arrested|injured|taken|not|told|found|being|forced|given|asked|unable
        two|three|four|five|six|seven|eight|nine|ten|many|several|these|those [woman>women] ~
        one of the [woman>women]
        a [women>woman] who|was|has|had|is|with|in
        community|medical|university|art|junior [collage>college] ~
        [collage>college] students|student|degree|football|campus|graduate|graduates|basketball
        [wondered>wandered|wondering>wandering] around|aimlessly|off
        [sceptic>septic|skeptic>septic] tank|tanks|system
        nip|nipped|nips it|this|that in the [butt>bud]
        one [in>and] the same ~
        [extract>exact|extracted>exacted|extracting>exacting] revenge
        by [in>and] large ~
        [visa>vice] versa
        make|makes|made|making [due>do] with|without
        [do>due] diligence
        [worse>worst] case scenario|scenarios
        he|she|it|they|there [use>used] to be|live|work|have|go|play|come
        am|is|are|was|were [suppose>supposed] to
        are|were [bias>biased] against|towards|toward
        are|were [prejudice>prejudiced] against
        """;
}
