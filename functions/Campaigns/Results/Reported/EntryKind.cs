namespace Campaigns.Results.Reported;

/// <summary>What is entered by hand.</summary>
public enum EntryKind
{
    /// <summary>A figure: how things stand on its date. The latest one counts; nothing is ever added up.</summary>
    Figure,

    /// <summary>What went into the campaign on its date, in money or hours. Amounts of one unit are added up.</summary>
    Input,
}
