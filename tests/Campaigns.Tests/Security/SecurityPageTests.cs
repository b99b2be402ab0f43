using System.Text.RegularExpressions;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Security;

public sealed partial class SecurityPageTests
{
    [Fact]
    public void Every_threat_has_an_answer_and_tests_that_exist()
    {
        var threats = SecurityPage.Threats().ToList();
        Assert.True(threats.Count > 35, $"{threats.Count} threats are read.");
        Assert.All(threats, threat =>
        {
            Assert.True(threat[0].Length > 10 && threat[1].Length > 10, string.Join(" | ", threat));
            var tests = Name().Matches(threat[^1]).Select(name => name.Groups[1].Value).ToList();
            Assert.NotEmpty(tests);
            Assert.All(tests, test => Assert.True(TestNames.All.Contains(test), $"docs/security.md names {test}, which is no test."));
        });
    }

    [Fact]
    public void What_is_no_test_is_not_found()
    {
        Assert.Contains("SecurityPageTests.What_is_no_test_is_not_found", TestNames.All);
        Assert.DoesNotContain("SecurityPageTests.Name", TestNames.All);
    }

    [GeneratedRegex("`([^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
