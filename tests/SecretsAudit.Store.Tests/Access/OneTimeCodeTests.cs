using SecretsAudit.Store.Accounts;

namespace SecretsAudit.Store.Tests.Access;

public sealed class OneTimeCodeTests
{
    private static readonly byte[] Seed = "12345678901234567890"u8.ToArray();

    // The last six of the eight digits in RFC 6238, appendix B.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void The_codes_are_the_standards(long seconds, string code) => Assert.Equal(code, OneTimeCode.At(Seed, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Theory]
    [InlineData(-31, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_neighbouring_code_is_taken_and_an_older_or_later_one_is_not(int secondsOff, bool taken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

        Assert.Equal(taken, OneTimeCode.Matches(Seed, OneTimeCode.At(Seed, now.AddSeconds(secondsOff)), now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870820")]
    [InlineData("٢٨٧٠٨٢")]
    public void What_is_no_code_matches_nothing(string code) => Assert.False(OneTimeCode.Matches(Seed, code, DateTimeOffset.FromUnixTimeSeconds(59)));
}
