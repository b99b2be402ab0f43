namespace Campaigns.Results.Windows;

/// <summary>Which days of the campaign the figures are of.</summary>
/// <param name="From">The first one, as <c>yyyy-MM-dd</c>.</param>
/// <param name="To">The last one, inclusive.</param>
/// <param name="Days">How many they are.</param>
public sealed record WindowResponse(string From, string To, int Days)
{
    internal static WindowResponse Of(DayWindow window) => new(
        NodaTime.Text.LocalDatePattern.Iso.Format(window.From), NodaTime.Text.LocalDatePattern.Iso.Format(window.To), window.Days);
}
