namespace Campaigns.Results.Objectives;

/// <summary>How a figure moves through a campaign: by that it is judged before the objective's day.</summary>
internal enum Pace
{
    /// <summary>From 0 on it only grows, and its days add up: it can be forecast.</summary>
    Accumulates,

    /// <summary>From 0 on it only grows, and its days share people: it cannot be forecast from how far it is.</summary>
    Gathers,

    /// <summary>From 0 on it goes up and down.</summary>
    Moves,

    /// <summary>It is a rate: it begins nowhere.</summary>
    Level,

    /// <summary>Somebody enters it: it begins at the baseline.</summary>
    Entered,
}
