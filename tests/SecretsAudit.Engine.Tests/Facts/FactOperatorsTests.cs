using CsCheck;
using SecretsAudit.Engine.Facts;
using SecretsAudit.Model;
using static SecretsAudit.Engine.Tests.Estates;

namespace SecretsAudit.Engine.Tests.Facts;

public sealed class FactOperatorsTests
{
    private static readonly Gen<Fact<int>> AnyFact = Gen.Frequency(
        (3, Gen.Int[-3, 3].Select(Known)), (1, Gen.Const(Absent<int>())), (1, Gen.Const(Denied<int>())), (1, Gen.Const(default(Fact<int>))));

    [Theory]
    [InlineData(1, true, true, false, false, false, true)]
    [InlineData(2, false, true, true, false, true, false)]
    [InlineData(3, false, false, false, true, true, true)]
    public void A_known_number_compares_as_numbers_do(int left, bool less, bool atMost, bool equal, bool greater, bool atLeast, bool different)
    {
        var fact = Known(left);

        Assert.Equal<Truth>([less, atMost, equal, greater, atLeast, different], [fact < 2, fact <= 2, fact == 2, fact > 2, fact >= 2, fact != 2]);
        Assert.Equal<Truth>([less, atMost, equal, greater, atLeast, different], [2 > fact, 2 >= fact, 2 == fact, 2 < fact, 2 <= fact, 2 != fact]);
        Assert.Equal<Truth>([less, atMost, greater, atLeast], [fact < Known(2), fact <= Known(2), fact > Known(2), fact >= Known(2)]);
    }

    [Fact]
    public void Every_comparison_with_an_absent_fact_is_unknown()
    {
        var none = Absent<int>();

        Assert.All([none < 2, none <= 2, none == 2, none != 2, none > 2, none >= 2, 2 < none, none < Known(2), Known(2) < none], truth => Assert.Equal(Truth.AbsentReason, truth.Reason));
    }

    [Fact]
    public void Every_comparison_with_an_unknown_fact_keeps_the_reason_of_the_failed_read()
    {
        var denied = Denied<int>();

        Assert.All(
            [denied < 2, denied <= 2, denied == 2, denied != 2, denied > 2, denied >= 2, 2 < denied, denied < Known(2), Known(2) < denied, Absent<int>() < denied],
            truth => Assert.Equal("AccessDeniedException on secretsmanager:DescribeSecret", truth.Reason));
    }

    [Fact]
    public void A_comparison_is_certain_exactly_when_both_sides_are_known() => Gen.Select(AnyFact, AnyFact).Sample((left, right) =>
        (left < right).IsUnknown == (!left.IsKnown || !right.IsKnown)
        && Word(left < right) == Word(!(left >= right)) && Word(left > right) == Word(!(left <= right))
        && Word(left < right) == Word(right > left));

    [Theory]
    [InlineData("known true", "known false", "false", "true")]
    [InlineData("known false", "denied", "false", "unknown")]
    [InlineData("known true", "denied", "unknown", "true")]
    [InlineData("absent", "known false", "false", "unknown")]
    [InlineData("absent", "denied", "unknown", "unknown")]
    public void Yes_or_no_facts_combine_by_Kleene(string left, string right, string and, string or)
    {
        var (l, r) = (YesOrNo(left), YesOrNo(right));

        Assert.Equal(and, Word(l && r));
        Assert.Equal(or, Word(l || r));
        Assert.Equal(and, Word(r && l));
        Assert.Equal(or, Word(r || l));
        Assert.Equal(and, Word((Truth)l && r));
        Assert.Equal(Word(!l || !r), Word(!(l && r)));
    }

    [Fact]
    public void A_moment_and_a_duration_make_a_moment()
    {
        Assert.Equal(Now.AddDays(1), (Known(Now) + TimeSpan.FromDays(1)).Value);
        Assert.Equal(Now.AddDays(-1), (Known(Now) - TimeSpan.FromDays(1)).Value);
        Assert.Equal(TimeSpan.FromDays(3), (Now - Known(Now.AddDays(-3))).Value);
        Assert.Equal(TimeSpan.FromDays(3), (Known(Now) - Known(Now.AddDays(-3))).Value);
    }

    [Fact]
    public void Arithmetic_keeps_absence_ignorance_and_origin()
    {
        Assert.True((Absent<DateTimeOffset>() + TimeSpan.FromDays(1)).IsAbsent);
        Assert.True((Now - Absent<DateTimeOffset>()).IsAbsent);
        Assert.Equal("AccessDeniedException on secretsmanager:DescribeSecret", (Known(Now) - Denied<DateTimeOffset>()).UnknownReason);
        Assert.Same(Read, (Known(Now) + TimeSpan.FromDays(1)).Origin);
    }

    [Fact]
    public void A_date_at_the_end_of_the_calendar_stops_there_and_does_not_throw()
    {
        Assert.Equal(DateTimeOffset.MaxValue, (Known(DateTimeOffset.MaxValue.AddHours(-1)) + TimeSpan.FromDays(1)).Value);
        Assert.Equal(DateTimeOffset.MinValue, (Known(DateTimeOffset.MinValue.AddHours(1)) - TimeSpan.FromDays(1)).Value);
    }

    [Fact]
    public void A_substitute_stands_for_the_absent_and_never_for_the_unknown()
    {
        Assert.Equal(5, Absent<int>().OrElse(5).Value);
        Assert.Equal(1, Known(1).OrElse(5).Value);
        Assert.True(Denied<int>().OrElse(5).IsUnknown);
        Assert.True(Absent<int>().OrElse(Denied<int>()).IsUnknown);
    }

    [Fact]
    public void Whether_a_fact_is_absent_is_unknown_when_it_was_not_read()
    {
        Assert.True(Absent<int>().IsAbsent().IsTrue);
        Assert.True(Known(1).IsAbsent().IsFalse);
        Assert.True(Denied<int>().IsAbsent().IsUnknown);
    }

    private static Fact<bool> YesOrNo(string word) => word switch
    {
        "known true" => Known(true),
        "known false" => Known(false),
        "absent" => Absent<bool>(),
        _ => Denied<bool>(),
    };

    private static string Word(Truth truth) => truth.IsTrue ? "true" : truth.IsFalse ? "false" : "unknown";
}
