using System.Text.Json.Nodes;
using Azure;
using Azure.AI.TextAnalytics;
using Campaigns.TestSupport;

namespace Campaigns.Local.Tests.AI.TextAnalytics;

public class OtherAnalysesTests
{
    private static readonly string[] Texts = ["Call 01632 960001, NHS number 999 123 4567.", "Give blood."];

    [Fact]
    public async Task Personal_data_comes_back_with_its_kind_its_place_and_the_text_without_it()
    {
        await using var service = await LanguageContract.StartAsync("""
            {"documents":[
               {"id":"0","redactedText":"Call ************, NHS number ************.","warnings":[],"entities":[
                 {"text":"01632 960001","category":"PhoneNumber","offset":5,"length":12,"confidenceScore":0.8},
                 {"text":"999 123 4567","category":"UKNationalHealthNumber","subcategory":"ten digits","offset":30,"length":12,"confidenceScore":0.9}]},
               {"id":"1","redactedText":"Give blood.","entities":[],"warnings":[]}],
             "errors":[],"modelVersion":"2023-01-01"}
            """);
        var client = Client(service);
        var options = new RecognizePiiEntitiesOptions { DomainFilter = PiiEntityDomain.ProtectedHealthInformation, DisableServiceLogs = true };
        options.CategoriesFilter.Add(PiiEntityCategory.PhoneNumber);
        options.CategoriesFilter.Add("UKNationalHealthNumber");

        var results = (await client.RecognizePiiEntitiesBatchAsync(Texts, "en", options)).Value;

        Assert.Equal("Call ************, NHS number ************.", results[0].Entities.RedactedText);
        Assert.Equal(
            [(PiiEntityCategory.PhoneNumber, 5, 12, 0.8, null), (PiiEntityCategory.UKNationalHealthNumber, 30, 12, 0.9, "ten digits")],
            results[0].Entities.Select(entity => (entity.Category, entity.Offset, entity.Length, entity.ConfidenceScore, (string?)entity.SubCategory)));
        Assert.Empty(results[1].Entities);
        Assert.True(JsonNode.DeepEquals(service.Requests.Single().Body["parameters"], JsonNode.Parse(
            """{"loggingOptOut":true,"domain":"phi","piiCategories":["PhoneNumber","UKNationalHealthNumber"],"stringIndexType":"Utf16CodeUnit"}""")));
        Assert.Equal("01632 960001", client.RecognizePiiEntities(Texts[0]).Value[0].Text);
    }

    [Fact]
    public async Task Entities_come_back_by_category()
    {
        await using var service = await LanguageContract.StartAsync("""
            {"documents":[{"id":"0","warnings":[],"entities":[{"text":"Leeds","category":"Location","subcategory":"City","offset":3,"length":5,"confidenceScore":0.7}]}],
             "errors":[],"modelVersion":"1"}
            """);
        var client = Client(service);

        var batch = (await client.RecognizeEntitiesBatchAsync([new TextDocumentInput("0", "In Leeds")])).Value;
        var one = (await client.RecognizeEntitiesAsync("In Leeds")).Value;

        Assert.Equal(("Leeds", EntityCategory.Location, "City", 3), (batch[0].Entities[0].Text, batch[0].Entities[0].Category, batch[0].Entities[0].SubCategory, batch[0].Entities[0].Offset));
        Assert.Equal("Location", (string)one[0].Category);
    }

    [Fact]
    public async Task Key_phrases_come_back_as_texts()
    {
        await using var service = await LanguageContract.StartAsync("""{"documents":[{"id":"0","keyPhrases":["blood","donors"],"warnings":[]}],"errors":[],"modelVersion":"1"}""");
        var client = Client(service);

        Assert.Equal(["blood", "donors"], (await client.ExtractKeyPhrasesBatchAsync(["blood donors"], options: new() { DisableServiceLogs = true })).Value[0].KeyPhrases);
        Assert.Equal(["blood", "donors"], (await client.ExtractKeyPhrasesAsync("blood donors")).Value);
        Assert.True(JsonNode.DeepEquals(service.Requests[0].Body["parameters"], JsonNode.Parse("""{"loggingOptOut":true}""")));
        Assert.True(JsonNode.DeepEquals(service.Requests[1].Body["parameters"], JsonNode.Parse("{}")));
    }

    [Fact]
    public async Task A_language_is_detected_with_a_country_or_with_none()
    {
        await using var service = await LanguageContract.StartAsync("""{"documents":[{"id":"0","detectedLanguage":{"name":"Welsh","iso6391Name":"cy","confidenceScore":0.95},"warnings":[]}],"errors":[],"modelVersion":"1"}""");
        var client = Client(service);

        var result = (await client.DetectLanguageBatchAsync([new DetectLanguageInput("0", "Rhowch waed") { CountryHint = DetectLanguageInput.None }])).Value[0].PrimaryLanguage;
        var one = (await client.DetectLanguageAsync("Rhowch waed")).Value;
        _ = client.DetectLanguageBatch(["Rhowch waed"], "gb");

        Assert.Equal(("Welsh", "cy", 0.95), (result.Name, result.Iso6391Name, result.ConfidenceScore));
        Assert.Equal(result.Name, one.Name);
        Assert.Equal(["", "us", "gb"], service.Requests.Select(request => (string)request.Body["analysisInput"]!["documents"]![0]!["countryHint"]!));
    }

    private static TextAnalyticsClient Client(LanguageContract service) => new(service.Endpoint, new AzureKeyCredential(LanguageContract.Key));
}
