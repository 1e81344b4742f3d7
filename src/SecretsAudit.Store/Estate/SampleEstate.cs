using SecretsAudit.Store.Estate.Company;
using SecretsAudit.Store.Estate.History;
using SecretsAudit.Store.Estate.Plans;
using SecretsAudit.Store.Estate.Plants;
using Env = SecretsAudit.Store.Estate.Company.Environment;

namespace SecretsAudit.Store.Estate;

/// <summary>
/// An invented retailer's secrets in three accounts and three regions, with three years of history behind them: made by calls to a store
/// under a moved clock, the same every time. It holds known violations of every rule and many innocents that look like them.
/// </summary>
public sealed class SampleEstate
{
    private const string AuditorName = "secrets-auditor";

    private SampleEstate(IReadOnlyList<EstateAccount> accounts, AnswerKey answers) => (Accounts, AnswerKey) = (accounts, answers);

    /// <summary>How a store has to be opened for the estate: empty, in memory, at the company's first day, with reproducible identifiers.</summary>
    public static StoreOptions Options { get; } = new() { StartAt = Calendar.Start.AddDays(-3), Ticking = false, IdentifierSeed = 1 };

    /// <summary>The estate's present: a Monday morning (UTC). An audit judges at this moment.</summary>
    public static DateTimeOffset AsOf => Calendar.Now;

    /// <summary>The regions that the company uses.</summary>
    public static IReadOnlyList<string> Regions => Place.Regions;

    /// <summary>The company's organisation.</summary>
    public static string OrganizationId => Env.Organization;

    /// <summary>Production, staging and shared services.</summary>
    public IReadOnlyList<EstateAccount> Accounts { get; }

    /// <summary>What an audit must find, and what it must not.</summary>
    public AnswerKey AnswerKey { get; }

    /// <summary>Builds the estate in a store that was opened with <see cref="Options"/>.</summary>
    /// <param name="store">An empty store.</param>
    /// <param name="withDeniedReads">
    /// Whether the auditors are denied some reads: the resource policies of the finance team's secrets, one of which is a violation, and the
    /// descriptions of the secrets of <c>single-sign-on</c>, which are replicated. Default: none is denied.
    /// </param>
    /// <param name="cancellationToken">Stops the building.</param>
    /// <exception cref="ArgumentException">The store holds accounts already, or its clock is past the company's first day.</exception>
    public static async Task<SampleEstate> BuildAsync(ReferenceStore store, bool withDeniedReads = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (store.Accounts.AccountIds.Count > 0 || store.Clock.GetUtcNow() > Options.StartAt)
            throw new ArgumentException("The sample estate needs an empty store, opened with SampleEstate.Options.", nameof(store));

        var plans = EstatePlan.All;
        var staff = await Staff.HireAsync(store.Accounts, plans);
        var keys = new KeyRing(store, staff);
        await keys.CutAsync(plans, TroubledKeys.Keys, cancellationToken);
        await ParameterClerk.FileAsync(store, staff, Parameters.All, cancellationToken);
        var historian = new Historian(store, staff, keys);
        await historian.TellAsync(Chronicle.Of(plans), cancellationToken);
        await store.MoveClockAsync(ThisMorning, cancellationToken);
        await keys.WearAsync(TroubledKeys.Keys, cancellationToken);
        await ParameterClerk.ReplaceAsync(store, staff, Parameters.All, cancellationToken);
        await TrailKeeper.SetUpAsync(store, staff, keys, Trails.All, cancellationToken);
        await store.MoveClockAsync(AsOf, cancellationToken);

        var accounts = new List<EstateAccount>();
        foreach (var environment in Env.All)
        {
            var policy = withDeniedReads ? StaffPolicy.HinderedAuditor(environment) : StaffPolicy.Auditor();
            var auditor = await store.Accounts.CreateUserAsync(environment.Id, AuditorName, new Dictionary<string, string> { ["audit"] = policy });
            accounts.Add(new(environment.Id, environment.Name, await store.Accounts.CreateAccessKeyAsync(auditor)));
            await ConfigClerk.RecordAsync(store, environment, Regions, cancellationToken);
        }

        List<(Expectation, SecretAnswer)> around =
            [.. Parameters.All.SelectMany(parameter => parameter.Expectations.Select(expectation => (expectation, Answer(parameter.Place, parameter.Name, parameter.Arn, expectation))))];
        // An account in a region is called as an audit calls it.
        around.AddRange(Trails.Expectations().Select(expected => (expected.Expectation, Answer(expected.Place, $"{expected.Place}", $"AWS::::Account:{expected.Place}", expected.Expectation))));
        foreach (var key in TroubledKeys.Keys)
        {
            var arn = await keys.ArnAsync(key.Alias, key.Place, cancellationToken);
            around.AddRange(key.Expectations.Select(expectation => (expectation, Answer(key.Place, key.Alias, arn, expectation))));
        }

        return new(accounts, Answers(historian.Arns, around));
    }

    /// <summary>Writes the source tree of one of the company's services into a folder; see <see cref="SampleCode"/>.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static Task WriteCodeAsync(string folder, CancellationToken cancellationToken = default) => SampleCode.WriteAsync(folder, cancellationToken);

    // Before anybody is at work; the last reads of the history are from yesterday evening.
    private static DateTimeOffset ThisMorning => AsOf.AddHours(-2);

    private static AnswerKey Answers(IReadOnlyDictionary<SecretPlan, string> arns, IEnumerable<(Expectation Expectation, SecretAnswer Answer)> around)
    {
        var answers = arns
            .SelectMany(pair => pair.Key.Expectations.Select(expectation => (Expectation: expectation, Answer: Answer(pair.Key, pair.Value, expectation))))
            .Concat(around)
            .OrderBy(pair => pair.Answer.Rule, StringComparer.Ordinal)
            .ThenBy(pair => pair.Answer.SecretArn, StringComparer.Ordinal)
            .ToLookup(pair => (pair.Expectation.IsViolation, IsHouse: HouseRuleNames.Has(pair.Expectation.Rule)), pair => pair.Answer);
        return new([.. answers[(true, false)]], [.. answers[(false, false)]]) { HouseViolations = [.. answers[(true, true)]], HouseNeighbours = [.. answers[(false, true)]] };
    }

    private static SecretAnswer Answer(SecretPlan secret, string arn, Expectation expectation)
    {
        var region = expectation.ReplicaRegion ?? secret.Place.Region;
        var there = arn.Replace($":{secret.Place.Region}:", $":{region}:", StringComparison.Ordinal);
        return Answer(secret.Place with { Region = region }, secret.Name, there, expectation);
    }

    private static SecretAnswer Answer(Place place, string name, string arn, Expectation expectation) =>
        new(place.Environment.Id, place.Region, name, arn, expectation.Rule, expectation.Why);
}
