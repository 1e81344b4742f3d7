using SecretsAudit.Store.Estate.Company;
using SecretsAudit.Store.Estate.Plans;

namespace SecretsAudit.Store.Estate.History;

/// <summary>Values in the shape that applications keep them in. They unlock nothing, and look like no provider's tokens.</summary>
internal static class SampleValue
{
    /// <summary>The value's text; null for a kind that is kept as bytes.</summary>
    public static string? Text(SecretPlan secret, Dice dice)
    {
        var service = secret.Service;
        var host = $"{service}.{secret.Place.Environment.Code}.internal.example.com";
        return secret.Kind switch
        {
            SecretKind.DatabaseUser => $$"""{"engine":"postgres","host":"{{host}}","port":5432,"username":"{{service.Replace('-', '_')}}","password":"{{dice.Text(28)}}","dbname":"{{secret.Team.Code}}"}""",
            SecretKind.MessageBroker => $$"""{"host":"broker.{{host}}","port":5671,"username":"{{service}}","password":"{{dice.Text(28)}}"}""",
            SecretKind.MailRelay => $$"""{"host":"mail.internal.example.com","port":587,"username":"{{service}}@example.com","password":"{{dice.Text(20)}}"}""",
            SecretKind.OAuthClient => $$"""{"client_id":"{{service}}-{{secret.Place.Environment.Code}}","client_secret":"{{dice.Text(40)}}","token_url":"https://login.partner.example.com/oauth2/token"}""",
            SecretKind.Keystore or SecretKind.SshKey => null,
            _ => dice.Text(48),
        };
    }

    /// <summary>The value's bytes; null for a kind that is kept as text.</summary>
    public static byte[]? Binary(SecretPlan secret, Dice dice) => secret.Kind switch
    {
        SecretKind.Keystore => dice.Bytes(1200),
        SecretKind.SshKey => dice.Bytes(400),
        _ => null,
    };
}
