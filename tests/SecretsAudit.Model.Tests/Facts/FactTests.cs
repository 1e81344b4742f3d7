namespace SecretsAudit.Model.Tests.Facts;

public sealed class FactTests
{
    private static readonly FactOrigin Origin = new("secretsmanager:DescribeSecret", new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_fact_that_nobody_filled_in_is_unknown()
    {
        var fact = default(Fact<int>);

        Assert.True(fact.IsUnknown);
        Assert.Equal("not read", fact.UnknownReason);
    }

    [Fact]
    public void Only_a_known_fact_has_a_value()
    {
        Assert.Equal(3, Fact.Known(3, Origin).Value);
        Assert.Throws<InvalidOperationException>(() => Fact<int>.Absent(Origin).Value);
        Assert.Throws<InvalidOperationException>(() => Fact<int>.Unknown(Origin.Failed("denied")).Value);
    }

    [Fact]
    public void A_member_that_AWS_left_out_is_absent_and_not_unknown()
    {
        Assert.True(Fact.FromMember((string?)null, Origin).IsAbsent);
        Assert.True(Fact.FromMember((int?)null, Origin).IsAbsent);
        Assert.Equal(7, Fact.FromMember((int?)7, Origin).Value);
    }

    [Fact]
    public void A_derived_fact_keeps_state_reason_and_origin()
    {
        Assert.Equal(Fact.Known(2, Origin), Fact.Known("ab", Origin).Select(text => text.Length));
        Assert.Equal(Fact<int>.Absent(Origin), Fact<string>.Absent(Origin).Select(text => text.Length));
        Assert.Equal("denied", Fact<string>.Unknown(Origin.Failed("denied")).Select(text => text.Length).UnknownReason);
        Assert.True(default(Fact<string>).Select(text => text.Length).IsUnknown);
    }

    [Theory]
    [InlineData(FactState.Known, "3")]
    [InlineData(FactState.Absent, "(absent)")]
    [InlineData(FactState.Unknown, "(unknown: denied)")]
    public void A_fact_says_in_words_what_it_is(FactState state, string words)
    {
        var fact = state switch
        {
            FactState.Known => Fact.Known(3, Origin),
            FactState.Absent => Fact<int>.Absent(Origin),
            _ => Fact<int>.Unknown(Origin.Failed("denied")),
        };

        Assert.Equal(words, fact.ToString());
    }
}
