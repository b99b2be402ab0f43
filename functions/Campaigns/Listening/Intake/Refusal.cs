namespace Campaigns.Listening.Intake;

/// <summary>Why a line was refused, in the words by which refused lines are counted.</summary>
public static class Refusal
{
    /// <summary>The line is not what its format promises.</summary>
    public const string BadSyntax = "bad syntax";

    /// <summary>A field breaks its rule or is missing.</summary>
    public const string BadField = "bad field";

    /// <summary>The line has a field that a mention does not have.</summary>
    public const string UnknownField = "unknown field";

    /// <summary>A spreadsheet rounded the id.</summary>
    public const string DamagedId = "damaged id";

    /// <summary>It was made more than five minutes from now.</summary>
    public const string InTheFuture = "in the future";

    /// <summary>It uses a hashtag of a campaign, before its start or after its end.</summary>
    public const string OutsideWindow = "outside window";

    /// <summary>It uses a hashtag of a campaign whose retention is over.</summary>
    public const string TooLate = "too late";
}
