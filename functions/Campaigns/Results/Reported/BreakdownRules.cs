using Campaigns.Http;

namespace Campaigns.Results.Reported;

/// <summary>What an entry for a group of people must say: of how many people the group is a part, or its share could never be told.</summary>
internal static class BreakdownRules
{
    /// <summary>The unit of a group that is given as a part of its base, in percent.</summary>
    public const string Percent = "percent";

    /// <summary>Finds what does not go together.</summary>
    public static void Check(string name, FigureSide side, decimal? value, string? unit, long? of, bool? isSample, bool? adds, Faults faults)
    {
        if (side.Dimension is null != side.Group is null)
        {
            faults.Add(side.Dimension is null ? "dimension" : "group", (string?)null, "is required: a group is one of a dimension, such as 18-24 of age");
        }

        if (!side.IsOfGroup)
        {
            Refuse("base", of is not null, "is for a group of a dimension only");
            Refuse("sample", isSample is not null, "is for a group of a dimension only");
            Refuse("adds", adds == true && name == FigureName.Followers.Value, "must be false for followers: who follows two accounts is one person");
            return;
        }

        Refuse("adds", adds is not null, "is not for a group: groups of people are never added");
        if (value is not { } number)
        {
            return;
        }

        if (of is null)
        {
            faults.Add("base", (string?)null, "is required: of how many people, whose group is known, the group is a part");
        }

        if (unit == Percent ? number is < 0 or > 100 : number < 0 || decimal.Truncate(number) != number || number > of)
        {
            Refuse("value", true, unit == Percent ? "must be 0 to 100 percent" : "must be a whole number of people from 0 to base; with the unit percent, a part of base");
        }

        void Refuse(string field, bool isWrong, string rule)
        {
            if (isWrong)
            {
                faults.Add(field, (string?)null, rule);
            }
        }
    }
}
