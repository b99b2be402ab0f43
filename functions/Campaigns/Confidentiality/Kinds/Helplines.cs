namespace Campaigns.Confidentiality.Kinds;

/// <summary>
/// National lines that anybody may call, without their nought. They are published, belong to no person, and a campaign wants to see that
/// they were passed on. Every other number is removed, whatever it begins with.
/// </summary>
internal static class Helplines
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Numbers = new HashSet<string>(StringComparer.Ordinal)
    {
        "3001232323", // NHS Blood and Transplant
        "3001231044", // NHS Smokefree
        "8000224332", // NHS Smokefree
        "3001236600", // Frank
        "3001231110", // Drinkline
        "3001233393", // Mind
        "3003045000", // Sane
        "3003305488", // Breastfeeding
        "3001000212", // Breastfeeding
        "3003300630", // LGBT+ Switchboard
        "3002221122", // Alzheimer's Society
        "3331503456", // Alzheimer's Society
        "3330094190", // Rape Crisis
        "8001111", // Childline
        "8085002222", // Rape Crisis
        "8082000247", // National Domestic Abuse Helpline
        "8000271234", // Scotland's Domestic Abuse helpline
        "8088010327", // Men's Advice Line
        "8088010677", // Beat
        "8000684141", // Papyrus
        "800585858", // CALM
        "800838587", // Breathing Space
        "800132737", // C.A.L.L. of Wales
        "8088088000", // Lifeline of Northern Ireland
        "8088080000", // Macmillan
        "8088004040", // Cancer Research UK's nurses
        "8088005000", // NSPCC
        "8088025544", // YoungMinds for parents
        "8088084994", // The Mix
        "8088000303", // Parkinson's UK
        "8088005050", // Epilepsy Action
        "3033033100", // Stroke Association
        "3003303311", // British Heart Foundation
        "3031239999", // RNIB
        "3451232399", // Diabetes UK
        "3457909090", // Samaritans, before 2015
        "8457909090", // Samaritans, before 2015
        "8006781602", // Age UK
        "8004708090", // The Silver Line
        "8081689111", // Victim Support
        "8081689293", // Victim Support
        "800555111", // Crimestoppers
        "800111999", // Gas emergencies
        "8009177650", // Alcoholics Anonymous
        "8088020133", // GamCare
        "8000902309", // Marie Curie
        "8088081677", // Cruse
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Has(ReadOnlySpan<char> national) => Numbers.Contains(national);
}
