namespace OnRecord.Attribution.CopyDesk.WordChoice;

/// <summary>Words that are taken for one another now and then, each with the neighbours that leave no doubt.</summary>
internal static class RarerConfusions
{
    public const string Lines = """
        going|want|wants|wanted|have|has|had|here|able|need|needs|needed|trying [too>to] be|get|make|do|have|the|see|take
        world [premier>premiere] of
        [premiere>premier] league|minister
        [ballet>ballot] box|boxes|paper|papers|initiative|measure
        secret|postal [ballet>ballot] ~
        first [aide>aid] ~
        at the [alter>altar] ~
        [auger>augur|augers>augurs] well|badly
        [bazaar>bizarre] incident|behaviour|behavior|case|twist|story
        [brake>break] records|silence|ranks|even
        [brake>break] the law|record|silence|deadlock|news
        hand|foot|parking [break>brake|breaks>brakes] ~
        [cash>cache] of weapons|arms|documents|drugs|explosives
        [cereal>serial] killer|killers|offender|offenders|number|numbers|rapist
        am|is|are|was|were|very|quite|fairly [confidant>confident] that
        [conscience>conscious] decision|effort|choice
        guilty|clear [conscious>conscience]
        marine|marines|peace|press|diplomatic|army [corpse>corps] ~
        [diary>dairy] farm|farms|farmer|farmers|products|cow|cows|industry|herd
        [dairy>diary] entry|entries
        [dew>due] to the|a|an|his|her|its|their
        to|police|officers [disburse>disperse|disbursed>dispersed] the|a? crowd|crowds|protesters|demonstrators|marchers
        back and [fourth>forth]
        the|a [forth>fourth] time|day|year|quarter|place|floor|person|man|woman|week|month
        the [hole>whole] thing|country|world|family|story|town|village
        black [whole>hole|wholes>holes]
        teach|taught|learn|learned|learnt a|the|his|her|their|valuable? [lessen>lesson|lessens>lessons] ~
        to [lesson>lessen] the
        [loan>lone] gunman|wolf|survivor|attacker|parent
        in a timely|similar|professional|safe|orderly|different [manor>manner]
        [manner>manor] house
        [meat>mete|meet>mete] out punishment|justice
        coal [minor>miner|minors>miners]
        [miner>minor] injuries|injury|role|offence|offense|changes|damage|party|parties
        long [overdo>overdue]
        hospital|cancer|treat|treated|treating [patience>patients]
        [pier>peer] review|reviewed|pressure
        set|sets|setting a|dangerous|new? [precedence>precedent] ~
        take|takes|took|taking [precedent>precedence] over
        in the [presents>presence] of
        christmas|birthday [presence>presents] ~
        [prophet>profit] margin|margins|warning|warnings
        heavy|torrential [reign>rain|rein>rain] ~
        [raised>razed] to the ground
        [wrapped>rapt|rapped>rapt] attention
        local|city|town|area|village|many|some|most|elderly [residence>residents] said|say|were|have|are|who|fled
        took|take|takes|taken up? [residents>residence] in
        [rouge>rogue] state|states|trader|traders|nation|nations|officer|element|elements|wave
        [steal>steel] plant|plants|mill|mills|industry|maker|makers
        fairy [tail>tale|tails>tales]
        [tale>tail] end of
        heir to the [thrown>throne]
        was|were|been|being [throne>thrown]
        [tract>track] record|records
        fast [tract>track]
        digestive|urinary|respiratory [track>tract]
        [vary>very] important|good|difficult|likely
        lose|lost|losing|gain|gained|body [wait>weight] ~
        last|next|every [weak>week] ~
        a [week>weak] economy|demand|dollar|performance|currency|start
        it|he|she|they|we|i|that|who [wood>would] have|not|be
        [ravished>ravaged] by war|fire|fires|flood|floods|drought|storms|disease
        heat|motion|movement [censor>sensor|censors>sensors]
        [shutter>shudder] to think
        [spade>spate] of attacks|burglaries|robberies|killings|thefts|shootings|resignations
        [viscous>vicious] attack|circle|cycle|assault
        [boarder>border] collie
        [cast>caste] system
        [sure>shore] up the|support|its|his|their
        [laps>lapse] of|in judgment|judgement|security|concentration
        [sighted>cited] as|by a|an|the|for contempt|reason|example|source
        [navel>naval] vessel|vessels|exercise|exercises|officers
        [bored>board] of directors|governors|trustees
        on [bored>board] the|a
        [knight>night] time|club|clubs|shift
        [guild>gild] the lily
        [flew>flu] season|jab|shot|vaccine|virus|pandemic|outbreak
        [flue>flu] season|jab|shot|vaccine|virus|pandemic|outbreak
        [air>heir] to the throne
        [heir>air] force|strike|strikes|traffic|raid|raids
        [mail>male] nurse|nurses|suspect
        [male>mail] order
        [fare>fair] trial|play|elections
        [fair>fare] dodgers|dodger
        [grate>great] deal|britain|success|many
        [grate>great] grandfather|grandmother
        [hey>hay] fever|bale|bales
        presidential|senior [aid>aide] to the|a
        [dyed>died] of|from
        [serge>surge] in
        """;
}
