namespace Campaigns.Tests.Infra;

public sealed class NodeScriptTests
{
    /// <summary>More than a pipe holds: whoever writes it notices that nobody reads, before it hears why.</summary>
    [Fact]
    public async Task A_script_that_ends_before_it_has_read_its_question_is_quoted() => Assert.Contains(
        "Cannot find module",
        (await Assert.ThrowsAsync<InvalidOperationException>(() => NodeScript.AskAsync<string>(Path.Combine("Bicep", "none.mjs"), new string('a', 4_000_000)))).Message,
        StringComparison.Ordinal);
}
