namespace Campaigns.Listening.Cells;

/// <summary>What an author is; where two mentions disagree, the greater holds. The numbers are stored.</summary>
public enum AuthorKind : byte
{
    /// <summary>Nobody said.</summary>
    Unknown = 0,

    /// <summary>A person.</summary>
    Person = 1,

    /// <summary>An organisation or brand.</summary>
    Organisation = 2,
}
