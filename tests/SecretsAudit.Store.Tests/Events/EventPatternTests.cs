using System.Text.Json;
using SecretsAudit.Store.Events;

namespace SecretsAudit.Store.Tests.Events;

/// <remarks>https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html</remarks>
public sealed class EventPatternTests
{
    private const string Happened = """{"source":"aws.secretsmanager","detail":{"eventName":"RotationFailed","count":3,"tags":["a","b"],"sourceIPAddress":"10.0.0.7","user.name":"deploy","identity":{"type":"Root"}}}""";

    [Theory]
    [InlineData("""{"source":["aws.kms","aws.secretsmanager"]}""", true)]
    [InlineData("""{"source":["aws.kms"]}""", false)]
    [InlineData("""{"detail":{"eventName":[{"prefix":"Rotation"}]}}""", true)]
    [InlineData("""{"detail":{"eventName":[{"suffix":"Succeeded"}]}}""", false)]
    [InlineData("""{"detail":{"eventName":[{"wildcard":"Ro*Fai*d"}]}}""", true)]
    [InlineData("""{"detail":{"eventName":[{"anything-but":["RotationFailed"]}]}}""", false)]
    [InlineData("""{"detail":{"eventName":[{"anything-but":{"prefix":"Get"}}]}}""", true)]
    [InlineData("""{"detail":{"count":[{"numeric":[">",2,"<=",3]}]}}""", true)]
    [InlineData("""{"detail":{"count":[{"numeric":["<",3]}]}}""", false)]
    [InlineData("""{"detail":{"errorCode":[{"exists":false}]}}""", true)]
    [InlineData("""{"detail":{"eventName":[{"exists":false}]}}""", false)]
    [InlineData("""{"detail":{"tags":["b"]}}""", true)]
    [InlineData("""{"$or":[{"source":["aws.kms"]},{"detail":{"count":[3]}}]}""", true)]
    [InlineData("""{"detail":{"eventName":[{"prefix":{"equals-ignore-case":"rotation"}}]}}""", true)]
    [InlineData("""{"detail":{"eventName":[{"anything-but":{"suffix":["Failed","Started"]}}]}}""", false)]
    [InlineData("""{"detail":{"eventName":[{"anything-but":{"equals-ignore-case":["rotationsucceeded"]}}]}}""", true)]
    [InlineData("""{"detail":{"eventName":[{"anything-but":{"wildcard":["*Succeeded","Get*"]}}]}}""", true)]
    [InlineData("""{"detail":{"sourceIPAddress":[{"cidr":"10.0.0.0/24"}]}}""", true)]
    [InlineData("""{"detail":{"sourceIPAddress":[{"cidr":"2001:db8::/64"}]}}""", false)]
    [InlineData("""{"detail":{"user":{"name":["deploy"]}}}""", true)]
    [InlineData("""{"detail.identity.type":["Root"]}""", true)]
    [InlineData("""{"detail":{"identity":[{"exists":true}]}}""", false)]
    public void A_pattern_matches_as_eventbridge_documents_it(string pattern, bool expected)
    {
        using var happened = JsonDocument.Parse(Happened);
        Assert.Equal(expected, EventPattern.Parse(pattern).Matches(happened.RootElement));
    }

    [Theory]
    [InlineData("""{"source":"aws.kms"}""")]
    [InlineData("""{"source":[{"like":"x"}]}""")]
    [InlineData("""{"count":[{"numeric":["~",1]}]}""")]
    [InlineData("[]")]
    [InlineData("""{"resources":[]}""")]
    [InlineData("""{"count":[{"numeric":[">",0,">",0]}]}""")]
    [InlineData("""{"state":[{"anything-but":null}]}""")]
    [InlineData("""{"state":[{"anything-but":["stopped",null]}]}""")]
    [InlineData("""{"state":[{"anything-but":{"prefix":""}}]}""")]
    [InlineData("""{"state":[{"anything-but":{"prefix":[1,"a"]}}]}""")]
    [InlineData("""{"state":[{"anything-but":{"equals-ignore-case":1}}]}""")]
    [InlineData("""{"state":[{"wildcard":"a**b"}]}""")]
    [InlineData("""{"address":[{"cidr":"10.0.0.0/33"}]}""")]
    public void What_eventbridge_would_refuse_is_refused(string pattern) => Assert.Throws<FormatException>(() => EventPattern.Parse(pattern));
}
