namespace Campaigns.Listening.Intake;

/// <summary>The required fields of a mention.</summary>
[Flags]
public enum MentionFields
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>The channel.</summary>
    Channel = 1,

    /// <summary>The id.</summary>
    Id = 2,

    /// <summary>When it was made.</summary>
    CreatedAt = 4,

    /// <summary>What it says.</summary>
    Text = 8,
}
