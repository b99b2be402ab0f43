using Campaigns.Confidentiality.Kinds;
using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality;

/// <summary>Runs the detectors that a text gives any work to.</summary>
internal static class Detection
{
    private const int FewestDigits = 2;
    private const int FewestInDate = 4;

    // What was found is hidden and the rest read again, so that redacting a redacted text changes nothing. Texts settle in two rounds.
    private const int MostRounds = 6;

    private const WordClasses AnyStreet = WordClasses.Street | WordClasses.WeakStreet | WordClasses.PrefixStreet | WordClasses.HouseWord;

    public static ReadText Run(ReadOnlySpan<char> text)
    {
        var read = ReadText.Rent(text);
        read.Found.Clear();
        for (var round = 0; round < MostRounds; round++)
        {
            read.Spans.Clear();
            Detect(read);
            if (!read.Spans.Settle(read))
            {
                break;
            }

            read.Found.Take(read);
            read.Hide();
        }

        return read;
    }

    private static void Detect(ReadText text)
    {
        var hasNumbers = text.Digits + text.DigitWords >= FewestDigits;
        if (hasNumbers)
        {
            text.Atoms.Read(text);
            Numbers.Find(text);
            if ((text.Classes & WordClasses.HospitalLabel) != 0)
            {
                HospitalNumbers.Find(text);
            }

            InsuranceNumbers.Find(text);
            Ibans.Find(text);
            Postcodes.Find(text);
            VehicleRegistrations.Find(text);
        }

        if (text.Digits + text.DigitWords > 0)
        {
            if (!hasNumbers)
            {
                text.Atoms.Read(text);
            }

            BirthDates.Find(text);
        }
        else if ((text.Classes & (WordClasses.Month | WordClasses.BirthLabel)) == (WordClasses.Month | WordClasses.BirthLabel))
        {
            text.Atoms.Read(text);
            if (text.Digits >= FewestInDate || (text.Classes & WordClasses.BirthLabel) != 0)
            {
                BirthDates.Find(text);
            }
        }

        if (text.Digits + text.DigitWords > 0 ? text.HasTag || (text.Classes & AnyStreet) != 0 : (text.Classes & WordClasses.HouseWord) != 0 && (text.Classes & AnyStreet) != 0)
        {
            StreetAddresses.Find(text);
        }

        if (text.HasAt || ((text.Classes & WordClasses.At) != 0 && (text.Classes & WordClasses.TopLevel) != 0))
        {
            Emails.Find(text);
        }

        Handles.Find(text);
        Names.Find(text);
    }
}
