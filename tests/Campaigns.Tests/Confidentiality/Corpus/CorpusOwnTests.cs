using System.Text;
using Campaigns.Confidentiality;

namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>Judges the corpus itself: what it calls a datum is one by the published rules.</summary>
public sealed class CorpusOwnTests
{
    private const int Seed = 20261122;

    [Theory]
    [InlineData("943 476 5919", true)]
    [InlineData("943 476 5918", false)]
    [InlineData("401 023 2137", true)]
    public void The_check_digit_is_that_of_the_data_dictionary(string number, bool isRight) =>
        Assert.Equal(isRight, CheckDigits.IsModulus11(Ascii(number)));

    [Theory]
    [InlineData(PersonalDataKind.NhsNumber)]
    [InlineData(PersonalDataKind.ChiNumber)]
    [InlineData(PersonalDataKind.HealthAndCareNumber)]
    public void Numbers_of_ten_digits_have_the_right_check_digit_unless_the_form_says_otherwise(PersonalDataKind kind) =>
        Assert.All(PersonalDataCorpus.Canonical(kind, 2_000, Seed), post =>
            Assert.Equal(!post.Form.Contains("wrong", StringComparison.Ordinal), CheckDigits.IsModulus11(Ascii(post.Text.Value(post.Text.Spans[0])))));

    [Fact]
    public void A_number_with_a_wrong_check_digit_is_labelled_or_in_groups_of_3_3_and_4() =>
        Assert.All(PersonalDataCorpus.Canonical(PersonalDataKind.NhsNumber, 2_000, Seed).Where(static post => post.Form.Contains("wrong", StringComparison.Ordinal)), static post =>
            Assert.True(post.Form.StartsWith("labelled", StringComparison.Ordinal) || post.Text.Value(post.Text.Spans[0]).Split(' ') is [{ Length: 3 }, { Length: 3 }, { Length: 4 }]));

    [Fact]
    public void Cards_and_international_account_numbers_have_the_right_check_digits() =>
        Assert.All(PersonalDataCorpus.Canonical(PersonalDataKind.BankNumber, 2_000, Seed), static post =>
        {
            var value = Ascii(post.Text.Value(post.Text.Spans[0]));
            Assert.True(value.Length switch { 16 => CheckDigits.IsLuhn(value), 22 => CheckDigits.IsIban(value), _ => value.Length is 6 or 8 }, value);
        });

    [Fact]
    public void Inward_parts_of_postcodes_leave_out_the_letters_that_Royal_Mail_leaves_out() =>
        Assert.All(PersonalDataCorpus.Canonical(PersonalDataKind.Postcode, 2_000, Seed), static post => Assert.DoesNotContain(Ascii(post.Text.Value(post.Text.Spans[0]))[^2..], static letter => "CIKMOV".Contains(letter, StringComparison.Ordinal)));

    [Fact]
    public void Every_kind_of_outward_part_is_there() =>
        Assert.Equal(["A9", "A99", "A9A", "AA9", "AA99", "AA9A"], PersonalDataCorpus.Canonical(PersonalDataKind.Postcode, 500, Seed)
            .Select(static post => string.Concat(Ascii(post.Text.Value(post.Text.Spans[0]))[..^3].Select(static letter => char.IsAsciiDigit(letter) ? '9' : 'A')))
            .Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void National_Insurance_prefixes_are_ones_that_are_given() =>
        Assert.All(PersonalDataCorpus.Canonical(PersonalDataKind.NationalInsuranceNumber, 2_000, Seed).Select(static post => Ascii(post.Text.Value(post.Text.Spans[0]))), static number =>
        {
            Assert.DoesNotContain(number[0], "DFIQUV");
            Assert.DoesNotContain(number[1], "DFIOQUV");
            Assert.DoesNotContain(number[..2], (string[])["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"]);
            Assert.Contains(number[8], "ABCD");
        });

    [Fact]
    public void Every_post_has_its_datum_where_it_says() =>
        Assert.All(PersonalDataCorpus.All(300, Seed), static post => Assert.All(post.Spans, span =>
        {
            Assert.InRange(span.Start, 0, span.End - 1);
            Assert.InRange(span.End, span.Start + 1, post.Text.Length);
            Assert.False(char.IsLowSurrogate(post.Text[span.Start]) || (span.End < post.Text.Length && char.IsLowSurrogate(post.Text[span.End])));
        }));

    [Fact]
    public void The_same_seed_gives_the_same_posts() =>
        Assert.Equal(PersonalDataCorpus.All(20, Seed).Select(static post => post.ToJson()), PersonalDataCorpus.All(20, Seed).Select(static post => post.ToJson()));

    [Fact]
    public void A_line_is_read_as_it_was_written() =>
        Assert.All(PersonalDataCorpus.All(20, Seed), static post => Assert.Equal(post.ToJson(), LabelledText.FromJson(post.ToJson()).ToJson()));

    [Fact]
    public void The_written_posts_have_every_kind_often_and_many_have_none()
    {
        var posts = Written();
        Assert.True(posts.Count >= 400);
        Assert.True(posts.Count(static post => post.Spans.Count == 0) >= 120);
        Assert.All(PersonalDataCorpus.Kinds, kind => Assert.True(posts.Sum(post => post.Spans.Count(span => span.Kind == kind)) >= 25, $"{kind}"));
        Assert.Equal(posts.Count, posts.Select(static post => post.Text).Distinct().Count());
    }

    [Fact]
    public void Written_numbers_of_ten_digits_have_the_right_check_digit_unless_they_are_labelled()
    {
        var numbers = from post in Written()
                      from span in post.Spans
                      where span.Kind is PersonalDataKind.NhsNumber or PersonalDataKind.ChiNumber or PersonalDataKind.HealthAndCareNumber
                      let digits = Ascii(post.Value(span))
                      where digits.All(char.IsAsciiDigit)
                      select (post.Text, digits);
        Assert.All(numbers, static number => Assert.True(CheckDigits.IsModulus11(number.digits) || number.Text.Contains("nhs", StringComparison.OrdinalIgnoreCase), number.Text));
    }

    private static List<LabelledText> Written() => [.. File.ReadLines(CorpusTests.WrittenFile).Select(LabelledText.FromJson)];

    /// <summary>Letters and digits only.</summary>
    private static string Ascii(string value) => value.Where(char.IsAsciiLetterOrDigit).Aggregate(new StringBuilder(), static (text, letter) => text.Append(letter)).ToString();
}
