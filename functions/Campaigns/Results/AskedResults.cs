using Campaigns.Planning;
using Campaigns.Results.Windows;

namespace Campaigns.Results;

/// <summary>Which results a request asks for.</summary>
/// <param name="Campaign">Of which campaign.</param>
/// <param name="Window">Of which of its days; null for all.</param>
/// <param name="Others">With which of its days they are compared; null where with none.</param>
internal sealed record AskedResults(Campaign Campaign, DayWindow? Window, DayWindow? Others)
{
    /// <summary>Whether the days are needed, beside the totals.</summary>
    public bool IsOfDays => Window is not null || Others is not null;
}
