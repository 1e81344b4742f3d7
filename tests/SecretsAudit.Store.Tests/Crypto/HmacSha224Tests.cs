using System.Text;
using SecretsAudit.Store.Crypto;

namespace SecretsAudit.Store.Tests.Crypto;

/// <summary>The known answers of https://www.rfc-editor.org/rfc/rfc4231, section 4.</summary>
public sealed class HmacSha224Tests
{
    [Theory]
    [InlineData(20, 0x0b, "Hi There", "896fb1128abbdf196832107cd49df33f47b4b1169912ba4f53684b22")]
    [InlineData(131, 0xaa, "Test Using Larger Than Block-Size Key - Hash Key First", "95e9a0db962095adaebe9b2d6f0dbce2d499f112f2d2b7273fa6870e")]
    public void A_code_is_the_one_that_the_standard_gives(int length, byte filledWith, string message, string expected) =>
        Assert.Equal(expected, Convert.ToHexStringLower(HmacSha224.HashData(Enumerable.Repeat(filledWith, length).ToArray(), Encoding.ASCII.GetBytes(message))));

    [Fact]
    public void A_short_key_is_filled_up() =>
        Assert.Equal(
            "a30e01098bc6dbbf45690f3a7e9e6d0f8bbea2a39e6148008fd05e44", Convert.ToHexStringLower(HmacSha224.HashData("Jefe"u8, "what do ya want for nothing?"u8)));
}
