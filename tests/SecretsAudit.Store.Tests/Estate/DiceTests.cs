using SecretsAudit.Store.Estate.Plans;

namespace SecretsAudit.Store.Tests.Estate;

public sealed class DiceTests
{
    // Fixed for good: names, dates and version ids of the estate follow from it.
    [Fact]
    public void The_same_words_throw_the_same_numbers_on_every_machine()
    {
        var dice = Dice.For("prod", "payments");

        Assert.Equal([434, 879, 358], [dice.Between(0, 999), dice.Between(0, 999), dice.Between(0, 999)]);
    }

    [Fact]
    public void Other_words_throw_other_numbers() =>
        Assert.NotEqual(Dice.For("a", "bc").Text(20), Dice.For("ab", "c").Text(20));

    [Fact]
    public void A_version_id_is_a_random_uuid() =>
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", Dice.For("version").Uuid());
}
