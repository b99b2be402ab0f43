using System.Reflection;
using System.Text.RegularExpressions;
using Campaigns.Channels.Bluesky;
using Campaigns.Channels.Manual;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Security;

/// <summary>What the source must not do, whatever a test of one place might miss.</summary>
public sealed class SourceRulesTests
{
    private static readonly (string Name, string Text)[] Sources =
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "functions", "Campaigns"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path))),
    ];

    [Fact]
    public void Every_regular_expression_is_made_at_build_time_and_has_a_time_limit()
    {
        var all = typeof(CampaignServices).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Select(method => (Name: $"{method.DeclaringType!.Name}.{method.Name}", Made: method.GetCustomAttribute<GeneratedRegexAttribute>()))
            .Where(method => method.Made is not null).ToList();
        Assert.True(all.Count > 10, $"{all.Count} are found.");
        Assert.All(all, one => Assert.True(one.Made!.MatchTimeoutMilliseconds is > 0 and <= 1000, $"{one.Name} may match for ever."));
        Assert.DoesNotContain(Sources, source => Regex.IsMatch(source.Text, @"new Regex\(|\bRegex\.(IsMatch|Match|Matches|Replace|Split|Count|EnumerateMatches)\("));
    }

    [Theory]
    [InlineData("@", "a", "")]
    [InlineData("@", "a.", "")]
    [InlineData("@a@", "a.", "")]
    [InlineData("", "@a", "")]
    [InlineData("", "a.", "")]
    [InlineData("", "a-", "")]
    [InlineData("https://", "a.", "")]
    [InlineData("https://", "a-", "/")]
    [InlineData("https://a.uk/", "(", "")]
    [InlineData("https://a.uk/", "(a)", "(")]
    [InlineData("https://a.uk/", ".", "")]
    [InlineData("", "https://", "")]
    [InlineData("@", "a-", ".uk")]
    public void A_text_made_to_be_read_slowly_is_read_within_its_time(string start, string again, string end)
    {
        var text = start + string.Concat(Enumerable.Repeat(again, 20_000 / again.Length)) + end;
        Assert.True(TextLengths.Weighted(text) > 0);
        Assert.NotNull(FacetFinder.Find(text));
    }

    /// <summary>Only <c>CreateQueryFilter</c> escapes what stands in a filter.</summary>
    [Fact]
    public void Every_filter_of_a_table_is_made_from_parameters()
    {
        var filters = Sources.SelectMany(source => Regex.Matches(source.Text, @"(?<maker>\w+\()?\s*\$?""[^""\n]*\b(?:PartitionKey|RowKey|Timestamp|State)\b (?:eq|ne|gt|ge|lt|le) [^""\n]*""")
            .Select(filter => (source.Name, Maker: filter.Groups["maker"].Value, filter.Value))).ToList();
        Assert.True(filters.Count >= 4, $"{filters.Count} filters are found.");
        Assert.All(filters, filter => Assert.True(filter.Maker == "CreateQueryFilter(", $"{filter.Name}: {filter.Value}"));
    }

    /// <summary>How long a comparison takes must not tell how much of a key was right.</summary>
    [Fact]
    public void Hashes_of_keys_are_compared_in_constant_time_and_in_one_place()
    {
        var http = Sources.Where(source => source.Name is "AccessKey.cs" or "Callers.cs" or "AccessKeyTable.cs" or "AccessAdministrator.cs").ToList();
        var compared = http.SelectMany(source => Regex.Matches(source.Text, @"[^\n]*(?:\bHash\b|\bhash\b)[^\n]*(?:==|!=|SequenceEqual|Equals\()[^\n]*").Select(line => line.Value)).Where(line => !line.Contains("///", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(compared);
        Assert.All(compared, line => Assert.Contains("CryptographicOperations.FixedTimeEquals(", line, StringComparison.Ordinal));
        var callers = http.Single(source => source.Name == "Callers.cs").Text;
        Assert.Contains("all.Where(key => key.Is(hash)).ToArray()", callers, StringComparison.Ordinal);
        Assert.DoesNotContain("First(key => key.Is", callers, StringComparison.Ordinal);
        Assert.DoesNotContain("FirstOrDefault(key => key.Is", callers, StringComparison.Ordinal);
    }

    /// <summary>Nor how many of a signature's bytes were right, nor which of two keys it was made with.</summary>
    [Fact]
    public void Signatures_are_compared_in_constant_time_and_with_each_key()
    {
        var source = Sources.Single(source => source.Name == "HmacSignature.cs").Text;
        const string Compared = "matches |= CryptographicOperations.FixedTimeEquals(own, signature)";
        Assert.False(Tells(source));
        Assert.Contains(Compared, source, StringComparison.Ordinal);
        Assert.All(
            ["matches |= own.SequenceEqual(signature)", "if (CryptographicOperations.FixedTimeEquals(own, signature)) { return true; }", "matches = matches || CryptographicOperations.FixedTimeEquals(own, signature)"],
            other => Assert.True(Tells(source.Replace(Compared, other, StringComparison.Ordinal)), other));
        // Whoever brings signatures asks there, and nobody else.
        var asks = Assert.Single(Sources, source => source.Text.Contains("HmacSignature.Matches(", StringComparison.Ordinal));
        Assert.Equal("SignedMessage.cs", asks.Name);
        Assert.DoesNotContain("SequenceEqual", asks.Text, StringComparison.Ordinal);

        static bool Tells(string text) => Regex.IsMatch(text, @"==|!=|(?<!FixedTime)Equals?\(|SequenceEqual|\|\||&&|\bif\b|\?|\breturn true\b|\bbreak\b");
    }

    /// <summary>A template's names are fixed when it is built; text from outside stands in parameters, which loggers encode or keep apart.</summary>
    [Fact]
    public void Every_line_of_the_log_is_a_template_with_parameters() =>
        Assert.DoesNotContain(Sources, source => Regex.IsMatch(source.Text, @"\b(?:log|logger)\.Log(?:Trace|Debug|Information|Warning|Error|Critical)?\(|Console\.(?:Write|Error|Out)"));
}
