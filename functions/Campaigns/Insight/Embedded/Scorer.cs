namespace Campaigns.Insight.Embedded;

/// <summary>
/// Adds up what speaks well and ill. Each step is odd: with every polarity of the lexicon turned, the same steps give exactly the opposite.
/// </summary>
internal ref struct Scorer
{
    private readonly Tokens tokens;
    private readonly Lexicon lexicon;
    private readonly ReadOnlySpan<Token> all;
    private Tally tally = new();
    private double unresolved;
    private bool negates;
    private int reach;

    /// <summary>A scorer of one text.</summary>
    /// <param name="tokens">The text's tokens.</param>
    /// <param name="lexicon">What they mean.</param>
    public Scorer(Tokens tokens, Lexicon lexicon)
    {
        this.tokens = tokens;
        this.lexicon = lexicon;
        all = tokens.All;
    }

    /// <summary>Scores the text.</summary>
    public Evidence Score()
    {
        var shouts = Shouts();
        for (var at = 0; at < all.Length;)
        {
            ref readonly var token = ref all[at];
            if (token.Is(TokenKinds.AfterSentence))
            {
                EndSentence(asks: false);
            }

            if (token.Is(TokenKinds.AfterBreak) || reach == 0)
            {
                LeaveNegation();
            }

            // "Not at all the kind nurse": words without meaning of their own do not make a negation farther away.
            reach -= reach > 0 && !(token.Number >= 0 && lexicon[token.Number].Is(WordKinds.Function)) ? 1 : 0;

            var count = 1;
            if (token.Number >= 0)
            {
                count = Read(at, shouts);
            }

            at += count;
            if (all[at - 1].Is(TokenKinds.Asked))
            {
                EndSentence(asks: true);
            }
        }

        EndSentence(asks: false);
        return tally.Sum(tokens.Exclamations);
    }

    private int Read(int at, bool shouts)
    {
        ref readonly var token = ref all[at];
        ref readonly var word = ref lexicon[token.Number];
        if (word.Is(WordKinds.StartsPhrase) && Phrase(at, out var valence) is > 0 and var length)
        {
            Weigh(at, valence, shouts);
            return length;
        }

        if (word.Is(WordKinds.Contrast) && at > 0)
        {
            LeaveNegation();
            tally.Turn();
        }
        else if (word.Is(WordKinds.Negator))
        {
            // Two negators in a row are one that is meant strongly ("never not"): only the last counts.
            (negates, reach, unresolved) = (true, Weights.NegationReach, word.Valence * Weights.Unresolved);
        }
        else if (word.Valence != 0 && !OnlyIntensifies(at, word))
        {
            Weigh(at, word.Valence, shouts);
        }

        return 1;
    }

    /// <summary>"Fucking great" is great: a strong word right before another one only makes it stronger.</summary>
    private readonly bool OnlyIntensifies(int at, in Word word) => word.Boost > 0 && at + 1 < all.Length && !all[at + 1].Is(TokenKinds.AfterBreak)
        && all[at + 1].Number >= 0 && lexicon[all[at + 1].Number].Valence != 0;

    private readonly int Phrase(int at, out double valence)
    {
        var last = at;
        while (last + 1 < all.Length && last + 1 - at < Lexicon.LongestPhrase && !all[last + 1].Is(TokenKinds.AfterBreak))
        {
            last++;
        }

        for (; last > at; last--)
        {
            if (lexicon.TryFindPhrase(tokens.TextOf(at, last), out valence))
            {
                return last - at + 1;
            }
        }

        valence = 0;
        return 0;
    }

    private void Weigh(int at, double valence, bool shouts)
    {
        if (valence == 0)
        {
            return;
        }

        ref readonly var token = ref all[at];
        var direction = Math.Sign(valence);
        if (!token.Is(TokenKinds.Sign))
        {
            valence += token.Is(TokenKinds.Capitals) && shouts ? direction * Weights.Capitals : 0;
            valence += token.Is(TokenKinds.DrawnOut) ? direction * Weights.DrawnOut : 0;
            valence += direction * Boost(at);
            valence *= IsOfName(at) ? Weights.Name : 1;
            if (negates)
            {
                valence *= Weights.Negation;
                (negates, unresolved) = (false, 0);
            }
        }

        tally.Add(valence);
    }

    /// <summary>"Bad Blood", "Walking Dead": next to another capital within a sentence, a word is part of a name more often than meant.</summary>
    private readonly bool IsOfName(int at) => all[at].Is(TokenKinds.Titled) && !all[at].Is(TokenKinds.Hashtag)
        && ((!all[at].Is(TokenKinds.AfterBreak) && at > 0 && all[at - 1].Is(TokenKinds.Titled))
            || (at + 1 < all.Length && !all[at + 1].Is(TokenKinds.AfterBreak) && all[at + 1].Is(TokenKinds.Titled)));

    /// <summary>What the three words before make of a word; the farther, the less.</summary>
    private readonly double Boost(int at)
    {
        var boost = 0.0;
        for (var back = 1; back <= 3 && at - back >= 0 && !all[at - back + 1].Is(TokenKinds.AfterBreak); back++)
        {
            var number = all[at - back].Number;
            if (number >= 0)
            {
                boost += lexicon[number].Boost * (1.05 - (0.05 * back)) * (all[at - back].Is(TokenKinds.Capitals | TokenKinds.DrawnOut) ? 1.5 : 1);
            }
        }

        return boost;
    }

    /// <summary>A negation that met nothing to turn speaks for itself: "they did not".</summary>
    private void LeaveNegation()
    {
        tally.AddLightly(unresolved);
        (negates, unresolved) = (false, 0);
    }

    private void EndSentence(bool asks)
    {
        LeaveNegation();
        tally.EndSentence(asks);
    }

    /// <summary>Whether capitals mean something: not where all words have them.</summary>
    private readonly bool Shouts()
    {
        var (capitals, words) = (0, 0);
        foreach (ref readonly var token in all)
        {
            words += token.Is(TokenKinds.Letters) ? 1 : 0;
            capitals += token.Is(TokenKinds.Capitals) ? 1 : 0;
        }

        return capitals < words;
    }
}
