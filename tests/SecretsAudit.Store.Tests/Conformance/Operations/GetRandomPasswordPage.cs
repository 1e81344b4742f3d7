namespace SecretsAudit.Store.Tests.Conformance.Operations;

/// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html</summary>
public sealed class GetRandomPasswordPage : ApiPage
{
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    [Fact]
    public async Task It_has_32_characters_of_every_kind_and_no_blank()
    {
        var password = await Password();

        Assert.Equal(32, password.Length);
        Assert.True(password.Any(char.IsAsciiLetterLower) && password.Any(char.IsAsciiLetterUpper) && password.Any(char.IsAsciiDigit) && password.Any(Punctuation.Contains));
        Assert.DoesNotContain(' ', password);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(4096, true)]
    public async Task Every_kind_must_fit(int length, bool fits)
    {
        if (fits)
        {
            Assert.Equal(length, (await Password(new { PasswordLength = length })).Length);
        }
        else
        {
            Assert.Equal("InvalidParameterException", (await Refused("GetRandomPassword", new { PasswordLength = length })).Code);
        }
    }

    [Fact]
    public async Task Kinds_and_characters_are_left_out_on_request()
    {
        Assert.True((await Password(new { PasswordLength = 500, ExcludeLowercase = true, ExcludeUppercase = true, ExcludePunctuation = true })).All(char.IsAsciiDigit));
        Assert.True((await Password(new { PasswordLength = 500, ExcludeNumbers = true, ExcludePunctuation = true })).All(char.IsAsciiLetter));
        Assert.DoesNotContain(await Password(new { PasswordLength = 500, ExcludeCharacters = "xyzDje@?!." }), "xyzDje@?!.".Contains);
    }

    [Fact]
    public async Task Blanks_come_in_on_request() =>
        Assert.Contains(' ', await Password(new { PasswordLength = 4000, IncludeSpace = true, RequireEachIncludedType = false }));

    [Fact]
    public async Task A_blank_that_may_come_in_is_a_kind_that_must()
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var password = await Password(new { PasswordLength = 5, IncludeSpace = true });
            Assert.True(password.Any(char.IsAsciiLetterLower) && password.Any(char.IsAsciiLetterUpper) && password.Any(char.IsAsciiDigit));
            Assert.Contains(' ', password);
            Assert.Contains(password, Punctuation.Contains);
            Assert.Contains(' ', await Password(new { PasswordLength = 4, IncludeSpace = true }));
            Assert.DoesNotContain(' ', await Password(new { PasswordLength = 8, IncludeSpace = true, ExcludeCharacters = " " }));
        }
    }

    [Fact]
    public async Task One_character_is_enough_when_not_every_kind_is_required() =>
        Assert.Single(await Password(new { PasswordLength = 1, RequireEachIncludedType = false }));

    [Fact]
    public async Task What_leaves_nothing_is_refused() => Assert.Equal(
        "InvalidParameterException",
        (await Refused("GetRandomPassword", new { ExcludeLowercase = true, ExcludeUppercase = true, ExcludePunctuation = true, ExcludeNumbers = true })).Code);

    [Fact]
    public async Task The_length_is_at_most_4096() =>
        Assert.Equal("ValidationException", (await Refused("GetRandomPassword", new { PasswordLength = 4097 })).Code);

    private async Task<string> Password(object? request = null) => (await Ok("GetRandomPassword", request)).Text("RandomPassword");
}
