using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Campaigns.Local.Functions.Worker.Settings;

/// <summary>The app settings, which are all that a binding expression can name: the environment first, then <c>local.settings.json</c>.</summary>
internal sealed partial class AppSettings
{
    private readonly IConfiguration configuration;

    public AppSettings(IReadOnlyDictionary<string, string?> values, IReadOnlyDictionary<string, string?> environment)
    {
        Values = WithColons(values);
        Environment = WithColons(environment);
        configuration = new ConfigurationBuilder().AddInMemoryCollection(Values).AddInMemoryCollection(Environment).Build();
    }

    public IReadOnlyDictionary<string, string?> Values { get; }

    public IReadOnlyDictionary<string, string?> Environment { get; }

    public string? this[string name] => configuration[name.Replace("__", ":", StringComparison.Ordinal)];

    /// <summary>The settings whose names begin so, without that beginning.</summary>
    public IEnumerable<(string Name, string Value)> Under(string prefix) =>
        from name in Values.Keys.Union(Environment.Keys, StringComparer.OrdinalIgnoreCase)
        where name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && this[name] is not null
        select (name[prefix.Length..], this[name]!);

    /// <summary>Whether a function is switched off, as the real host is told it: <c>AzureWebJobs.Name.Disabled</c>, or with two underscores for each dot.</summary>
    public bool IsDisabled(string function) =>
        (this[$"AzureWebJobs.{function}.Disabled"] ?? this[$"AzureWebJobs:{function}:Disabled"]) is { } said && (said == "1" || (bool.TryParse(said, out var isDisabled) && isDisabled));

    /// <summary>The text with every <c>%Name%</c> replaced; each name without a setting adds a sentence.</summary>
    public string Resolve(string expression, string function, ICollection<string> faults) => Expression().Replace(expression, match =>
    {
        var name = match.Groups[1].Value;
        if (this[name] is { Length: > 0 } value)
        {
            return value;
        }

        faults.Add($"The function {function} names the app setting %{name}%, which is not set: set {name.Replace(":", "__", StringComparison.Ordinal)} in {LocalSettings.FileName} or in the environment.");
        return match.Value;
    });

    private static Dictionary<string, string?> WithColons(IReadOnlyDictionary<string, string?> settings)
    {
        var named = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in settings)
        {
            named[name.Replace("__", ":", StringComparison.Ordinal)] = value;
        }

        return named;
    }

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Expression();
}
