using Campaigns.Confidentiality;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Confidentiality;

public sealed class HelplineTests
{
    private static readonly string[] Lines =
        [.. File.ReadLines(Path.Combine(RepositoryRoot.Path, "functions", "Campaigns", "Confidentiality", "Kinds", "helplines.txt")).Where(static line => line.StartsWith('0'))];

    [Fact]
    public void Every_line_of_the_list_stays_however_it_is_grouped() =>
        Assert.All(Lines.Select(static line => line[..line.IndexOf("  ", StringComparison.Ordinal)]), static number =>
        {
            var digits = number.Replace(" ", "", StringComparison.Ordinal);
            Assert.All(
                [$"Ring {number} if you need to", $"ring {digits}.", $"{digits[..4]}-{digits[4..]} is open", $"Tel +44 {digits[1..]}", $"{digits[..4]} {digits[4..]}, 999 or 111"],
                static text => Assert.Equal(text, PersonalData.Redact(text)));
        });

    [Fact]
    public void No_line_stands_twice() => Assert.Equal(Lines.Length, Lines.Select(static line => string.Concat(line.TakeWhile(static sign => !char.IsAsciiLetter(sign)).Where(char.IsAsciiDigit))).Distinct().Count());

    [Theory]
    [InlineData("0300 123 9999")]
    [InlineData("0808 801 0678")]
    [InlineData("0800 900 1234")]
    [InlineData("028 9032 1415")]
    public void A_number_that_only_begins_like_one_goes(string number) => Assert.Equal("ring [telephone] now", PersonalData.Redact($"ring {number} now"));
}
