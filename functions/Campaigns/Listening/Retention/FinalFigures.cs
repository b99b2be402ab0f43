using Campaigns.Planning;

namespace Campaigns.Listening.Retention;

/// <summary>How a campaign gets its last figures; who rolls up says how.</summary>
/// <param name="RollUpAsync">Rolls it up; says whether all that was counted is in its figures.</param>
/// <param name="SealAsync">Lets nobody write them any more.</param>
public sealed record FinalFigures(Func<Campaign, CancellationToken, Task<bool>> RollUpAsync, Func<Campaign, CancellationToken, Task> SealAsync);
