using System.Text;
using Campaigns.Channels.Bluesky;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Channels.Bluesky;

public sealed class FacetFinderTests
{
    private static readonly string[] Pieces =
    [
        "#MissingType", "#café", "#日本語", "#123", "＃Blood", "#", "@nhsbt.bsky.social", "@nobody", "@a.b", "https://www.blood.co.uk/why?x=1#y", "http://nhs.uk", "blood.co.uk/give",
        "me@nhs.uk", "word", "é", "👨‍👩‍👧‍👦", "🩸", "e\u0301", "\u200f", "(", ")", ".", ",", "!", " ", "\n", "…", "\"", "’s", "：", "/", "x",
    ];

    private static readonly Gen<string> Texts = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    [Fact]
    public void A_facets_bytes_are_the_text_that_it_stands_for() => Check.QuickThrowOnFailure(Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var end = 0;
        foreach (var facet in FacetFinder.Find(text))
        {
            Assert.True(facet.Start >= end && facet.End > facet.Start && facet.End <= bytes.Length);
            end = facet.End;
            var shown = strict.GetString(bytes[facet.Start..facet.End]);
            switch (facet.Kind)
            {
                case FacetKind.Tag:
                    Assert.Equal(facet.Value, shown[1..]);
                    break;
                case FacetKind.Mention:
                    Assert.Equal($"@{facet.Value}", shown.ToLowerInvariant());
                    break;
                default:
                    Assert.EndsWith(shown, facet.Value, StringComparison.Ordinal);
                    Assert.True(Uri.TryCreate(facet.Value, UriKind.Absolute, out _));
                    break;
            }
        }
    }));

    [Theory]
    [InlineData("Give blood at https://www.blood.co.uk.", "Link https://www.blood.co.uk")]
    [InlineData("(see https://a.org/b_(c))", "Link https://a.org/b_(c)")]
    [InlineData("blood.co.uk/why, or nhs.uk!", "Link https://blood.co.uk/why|Link https://nhs.uk")]
    [InlineData("献血はこちらhttps://a.org/b", "Link https://a.org/b")]
    [InlineData("readme.md and end.Next and 3.5 and me@nhs.uk", "")]
    [InlineData("https://a.org/#tag #tag", "Link https://a.org/#tag|Tag tag")]
    [InlineData("#MissingType, #NationalBloodWeek's #1 #2024fun", "Tag MissingType|Tag NationalBloodWeek|Tag 2024fun")]
    [InlineData("Hi @NHSBT.bsky.social. And @nobody, a@b.org", "Mention nhsbt.bsky.social")]
    [InlineData("@-a.b @a-.b @a..b", "")]
    [InlineData("", "")]
    public void Finds_links_mentions_and_hashtags(string text, string facets) =>
        Assert.Equal(facets, string.Join('|', FacetFinder.Find(text).Select(facet => $"{facet.Kind} {facet.Value}")));

    [Fact]
    public void A_hashtag_longer_than_Bluesky_takes_stays_text() => Assert.Empty(FacetFinder.Find("#" + new string('a', 65)));
}
