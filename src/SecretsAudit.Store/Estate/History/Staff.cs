using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Estate.Company;
using SecretsAudit.Store.Estate.Plans;
using Env = SecretsAudit.Store.Estate.Company.Environment;

namespace SecretsAudit.Store.Estate.History;

/// <summary>Who calls the store: the pipeline that creates secrets, the function that rotates them, the services that read them.</summary>
internal sealed class Staff
{
    public const string Pipeline = "deployment-pipeline";
    public const string Rotator = "secret-rotation";
    public const string OnCall = "on-call-engineer";

    private readonly Dictionary<(string Account, string Role), Caller> _callers = [];

    private Staff()
    {
    }

    /// <summary>The caller for a role of an account.</summary>
    public Caller this[Env environment, string role] => _callers[(environment.Id, role)];

    /// <summary>Makes the accounts and the roles that the plans name, each with the least it needs.</summary>
    public static async Task<Staff> HireAsync(AccountRegistry accounts, IEnumerable<SecretPlan> secrets)
    {
        var staff = new Staff();
        var services = secrets.ToLookup(secret => secret.Place.Environment, secret => (secret.Team, secret.Service));
        foreach (var environment in Env.All)
        {
            await accounts.CreateAccountAsync(environment.Id, environment.Name, Env.Organization);
            await staff.AddAsync(accounts, environment, Pipeline, StaffPolicy.Pipeline());
            await staff.AddAsync(accounts, environment, Rotator, StaffPolicy.Rotator(environment));
            await staff.AddAsync(accounts, environment, OnCall, StaffPolicy.Reader(environment, environment.Code));
            foreach (var (team, service) in services[environment].Distinct().OrderBy(pair => pair.Service, StringComparer.Ordinal))
                await staff.AddAsync(accounts, environment, service, StaffPolicy.Reader(environment, $"{environment.Code}/{team.Code}/{service}"));
        }

        return staff;
    }

    private async Task AddAsync(AccountRegistry accounts, Env environment, string role, string policy)
    {
        var principal = await accounts.CreateRoleAsync(environment.Id, role, new Dictionary<string, string> { [role] = policy });
        var dice = Dice.For(environment.Id, role);
        _callers[(environment.Id, role)] = new Caller(principal, role)
        {
            SourceIp = $"10.{20 + (environment.Id[0] - '0')}.{dice.Between(0, 31)}.{dice.Between(4, 250)}",
            UserAgent = role is Pipeline ? "terraform-provider-aws" : role is OnCall ? "aws-cli/2.28" : "aws-sdk-dotnet/4.0",
        };
    }
}
