namespace Campaigns.Listening.Intake;

/// <summary>The formats in which mentions are handed in.</summary>
internal enum MentionFormatKind
{
    /// <summary>None that is known.</summary>
    None,

    /// <summary>NDJSON.</summary>
    Lines,

    /// <summary>A JSON array.</summary>
    Array,

    /// <summary>CSV.</summary>
    Csv,
}
