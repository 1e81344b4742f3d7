using CsCheck;

namespace SecretsAudit.Model.Tests.Facts;

/// <summary>Kleene's strong logic, table by table.</summary>
public sealed class TruthTests
{
    private static readonly Gen<Truth> AnyTruth = Gen.OneOfConst(Truth.True, Truth.False, Truth.Unknown("denied"));

    [Theory]
    [InlineData("true", "true", "true", "true")]
    [InlineData("true", "false", "false", "true")]
    [InlineData("true", "unknown", "unknown", "true")]
    [InlineData("false", "true", "false", "true")]
    [InlineData("false", "false", "false", "false")]
    [InlineData("false", "unknown", "false", "unknown")]
    [InlineData("unknown", "true", "unknown", "true")]
    [InlineData("unknown", "false", "false", "unknown")]
    [InlineData("unknown", "unknown", "unknown", "unknown")]
    public void And_and_or_follow_Kleene_with_and_without_short_circuit(string left, string right, string and, string or)
    {
        var (l, r) = (Of(left), Of(right));

        Assert.Equal(and, Word(l & r));
        Assert.Equal(and, Word(l && r));
        Assert.Equal(or, Word(l | r));
        Assert.Equal(or, Word(l || r));
    }

    [Theory]
    [InlineData("true", "false")]
    [InlineData("false", "true")]
    [InlineData("unknown", "unknown")]
    public void Negation_leaves_the_unknown_unknown(string value, string negated) => Assert.Equal(negated, Word(!Of(value)));

    [Fact]
    public void De_Morgan_holds_for_three_values() => Gen.Select(AnyTruth, AnyTruth).Sample((left, right) =>
        Word(!(left & right)) == Word(!left | !right) && Word(!(left | right)) == Word(!left & !right));

    [Fact]
    public void Neither_side_of_a_conjunction_can_turn_an_unknown_into_a_pass() => Gen.Select(AnyTruth, AnyTruth).Sample((left, right) =>
        !(left & right).IsTrue || (left.IsTrue && right.IsTrue));

    [Fact]
    public void An_unknown_keeps_its_reason_through_negation_and_conjunction()
    {
        var denied = Truth.Unknown("AccessDeniedException on kms:DescribeKey");

        Assert.Equal("AccessDeniedException on kms:DescribeKey", (!denied && Truth.True).Reason);
        Assert.Equal("AccessDeniedException on kms:DescribeKey", (Truth.False || denied).Reason);
    }

    [Fact]
    public void Of_two_unknowns_the_first_reason_is_told() => Assert.Equal("first", (Truth.Unknown("first") & Truth.Unknown("second")).Reason);

    [Fact]
    public void A_truth_that_nobody_set_is_unknown() => Assert.Equal("not read", default(Truth).Reason);

    [Fact]
    public void A_certain_truth_has_no_reason() => Assert.Null(Truth.True.Reason);

    [Fact]
    public void A_fact_reads_as_what_it_says()
    {
        var origin = new FactOrigin("secretsmanager:ListSecrets", DateTimeOffset.UnixEpoch);

        Assert.Equal(Truth.True, (Truth)Fact.Known(true, origin));
        Assert.Equal(Truth.False, (Truth)Fact.Known(false, origin));
        Assert.Equal(Truth.AbsentReason, ((Truth)Fact<bool>.Absent(origin)).Reason);
        Assert.Equal("denied", ((Truth)Fact<bool>.Unknown(origin.Failed("denied"))).Reason);
        Assert.Equal("not read", ((Truth)default(Fact<bool>)).Reason);
    }

    private static Truth Of(string word) => word switch { "true" => true, "false" => false, _ => Truth.Unknown("denied") };

    private static string Word(Truth truth) => truth.IsTrue ? "true" : truth.IsFalse ? "false" : "unknown";
}
