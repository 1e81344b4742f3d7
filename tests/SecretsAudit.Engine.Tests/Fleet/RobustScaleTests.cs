using CsCheck;
using SecretsAudit.Engine.Fleet;
using SecretsAudit.Model;
using static SecretsAudit.Engine.Tests.Estates;

namespace SecretsAudit.Engine.Tests.Fleet;

public sealed class RobustScaleTests
{
    private static readonly Gen<decimal[]> Costs = Gen.Int[0, 100_000].Select(cents => cents / 100m).Array[1, 60];

    [Fact]
    public void A_fleet_of_equal_costs_has_no_outliers()
    {
        var scale = RobustScale.Of([.. Enumerable.Repeat(0.40m, 500)]);

        Assert.Equal(0m, scale.ZScore(0.40m));
        Assert.True(Math.Abs(scale.ZScore(0.41m)) < 1);
    }

    [Fact]
    public void One_wild_cost_does_not_hide_another()
    {
        // The standard score of 50 in this fleet is 0.2: the mean and the deviation follow the 2000.
        var scale = RobustScale.Of([.. Enumerable.Repeat(0.40m, 50), 50m, 2000m]);

        Assert.True(scale.ZScore(50m) > 3.5m);
    }

    [Theory]
    [InlineData(new[] { 3.0 }, 3.0)]
    [InlineData(new[] { 1.0, 4.0 }, 2.5)]
    [InlineData(new[] { 9.0, 1.0, 5.0 }, 5.0)]
    public void The_median_of_an_even_number_lies_between_the_middle_two(double[] numbers, double median) =>
        Assert.Equal((decimal)median, RobustScale.Of([.. numbers.Select(number => (decimal)number)]).Median);

    [Fact]
    public void A_percentile_is_the_number_at_its_rank() => Gen.Select(Costs, Gen.Int[1, 100]).Sample((costs, percent) =>
        Selection.Percentile([.. costs], percent) == costs.Order().First(number => costs.Count(other => other <= number) * 100 >= percent * costs.Length));

    [Fact]
    public void It_agrees_with_the_definition_worked_out_another_way() => Costs.Sample(costs =>
    {
        // The k-th smallest by counting how many are smaller, without sorting.
        var median = Middle(costs);
        var deviation = Middle([.. costs.Select(cost => Math.Abs(cost - median))]);
        var expected = Math.Max(1.4826m * deviation, Math.Max(0.10m, 0.10m * median));

        var scale = RobustScale.Of([.. costs]);

        return scale.Median == median && scale.Deviation == expected && scale.ZScore(costs[0]) == (costs[0] - median) / expected;
    });

    [Fact]
    public void The_order_of_the_fleet_does_not_matter() => Costs.Sample(costs => RobustScale.Of([.. costs]) == RobustScale.Of([.. costs.Reverse()]));

    [Fact]
    public void A_fleet_mostly_of_unknown_costs_has_no_scale()
    {
        var fleet = new FleetCosts(null!, [0.40m, 0.40m], unknown: 3, Now);

        Assert.Contains("3 secrets is unknown", fleet.ZScore(Known(9m)).UnknownReason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_cost_has_an_unknown_score() =>
        Assert.True(new FleetCosts(null!, [0.40m, 0.40m], unknown: 1, Now).ZScore(Denied<decimal>()).IsUnknown);

    private static decimal Middle(decimal[] numbers) =>
        numbers.Length % 2 == 1 ? Rank(numbers, numbers.Length / 2) : (Rank(numbers, (numbers.Length / 2) - 1) + Rank(numbers, numbers.Length / 2)) / 2;

    private static decimal Rank(decimal[] numbers, int rank) => numbers.First(candidate =>
        numbers.Count(number => number < candidate) <= rank && rank < numbers.Count(number => number <= candidate));
}
