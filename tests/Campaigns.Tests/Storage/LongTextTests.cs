using Azure.Data.Tables;
using Campaigns.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Storage;

public class LongTextTests
{
    [Fact]
    public void A_text_of_any_length_and_script_comes_back_whole() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(0, 70_000).ToArbitrary(),
            Gen.Elements("a", "é", "界", "👩‍⚕️", "🩸").ToArbitrary(),
            (length, letter) =>
            {
                // Shifted by one, so that pairs fall on every border.
                var text = string.Concat(Enumerable.Repeat(letter, length / letter.Length).Prepend(new string('x', length % 2)));
                var row = LongText.Put(new TableEntity("p", "r"), text);
                return LongText.Read(row) == text && row.Keys.All(key => row[key] is not string part || (part.Length <= 32 * 1024 && !char.IsLowSurrogate(part.FirstOrDefault())));
            }));
}
