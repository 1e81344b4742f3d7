using System.Text;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Tests.Wire;

/// <summary>AWS's own worked examples of Signature Version 4.</summary>
public sealed class SignatureKnownAnswerTests
{
    private const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    // https://docs.aws.amazon.com/general/latest/gr/signature-v4-examples.html
    [Fact]
    public void The_signing_key_of_the_guides_example_is_derived()
    {
        var key = SigningKeys.Derive(Encoding.UTF8.GetBytes(SecretKey), "20150830", "us-east-1", "iam");

        Assert.Equal("c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9", Convert.ToHexStringLower(key));
    }

    // The cases of AWS's Signature Version 4 test suite: get-vanilla, get-vanilla-query-order-key-case, post-x-www-form-urlencoded.
    [Theory]
    [InlineData("GET", "", "", null, "host;x-amz-date", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("GET", "Param2=value2&Param1=value1", "", null, "host;x-amz-date", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("POST", "", "Param1=value1", "application/x-www-form-urlencoded", "content-type;host;x-amz-date", "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a")]
    public void The_signatures_of_the_test_suite_are_computed(string method, string query, string body, string? contentType, string names, string expected)
    {
        var headers = new Dictionary<string, string?> { ["host"] = "example.amazonaws.com", ["x-amz-date"] = "20150830T123600Z", ["content-type"] = contentType };
        var request = new WireRequest
        {
            Method = method,
            RawPath = "/",
            RawQuery = query,
            Header = headers.GetValueOrDefault,
            Body = Encoding.UTF8.GetBytes(body),
            SourceIp = "127.0.0.1",
            SecureTransport = true,
        };
        var header = SignatureHeader.Parse($"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders={names}, Signature=00");

        var signature = new byte[64];
        Authenticator.Sign(request, header, "20150830T123600Z", new(SigningKeys.Derive(Encoding.UTF8.GetBytes(SecretKey), "20150830", "us-east-1", "service")), signature);

        Assert.Equal(expected, Encoding.ASCII.GetString(signature));
    }
}
