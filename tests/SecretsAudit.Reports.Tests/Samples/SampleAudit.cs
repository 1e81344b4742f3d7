using SecretsAudit.Model;

namespace SecretsAudit.Reports.Tests.Samples;

/// <summary>One audit with everything a report must show: all severities and states, waivers, gaps, judgements not made, cloud and code.</summary>
internal static class SampleAudit
{
    public static readonly DateTimeOffset AsOf = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Accounts = ["111122223333", "444455556666", "777788889999"];
    private static readonly string[] Regions = ["eu-west-1", "us-east-1", "ap-southeast-2"];
    private static readonly string?[] Owners = ["payments", "identity", "data-platform", null, "storefront", "site-reliability"];
    private static readonly string[] Names =
        ["prod/orders/postgres", "prod/payments/acquirer-api", "staging/identity/oidc-client", "prod/warehouse/snowflake", "shared/mail/smtp-relay",
         "prod/storefront/search-key", "dev/orders/postgres", "prod/billing/erp-bridge", "legacy/ftp/partner-upload", "prod/notifications/push"];

    /// <summary>Incomplete: two reads were refused and fourteen judgements could not be made.</summary>
    public static AuditResult Incomplete { get; } = Complete() with
    {
        Gaps =
        [
            new Gap
            {
                Operation = "secretsmanager:GetResourcePolicy", Subject = Arn(2, 7), Scope = ScopeOf(2), Kind = GapKind.Denied,
                Reason = "User: arn:aws:sts::777788889999:assumed-role/auditor/run is not authorized to perform: secretsmanager:GetResourcePolicy",
                Remedy = "Grant secretsmanager:GetResourcePolicy to the auditor's role in 777788889999.",
            },
            new Gap
            {
                Operation = "cloudtrail:LookupEvents", Subject = "444455556666/us-east-1", Scope = new Scope(Accounts[1], Regions[1]), Kind = GapKind.Throttled,
                Reason = "Rate exceeded", Remedy = "Run again later, or with fewer regions at a time.",
            },
            new Gap { Operation = "scan", Subject = "src/Legacy/Blob.cs", Kind = GapKind.LimitReached, Reason = "The file has 41 MB; 10 MB are read at most", Remedy = "Raise --max-file-size, or leave the file out with --exclude." },
        ],
        NotEvaluated =
        [
            new UnevaluatedRule(SampleRules.PublicPolicy.Id, Resource(2, 7), "the resource policy could not be read: access denied"),
            .. Enumerable.Range(0, 13).Select(i => new UnevaluatedRule(SampleRules.Unused.Id, Resource(4, i), "the last read is not known: CloudTrail could not be read")),
        ],
        Tallies = [.. Complete().Tallies.Select(tally => tally.RuleId == SampleRules.Unused.Id ? tally with { Passed = tally.Passed - 13, NotEvaluated = 13 }
            : tally.RuleId == SampleRules.PublicPolicy.Id ? tally with { Passed = tally.Passed - 1, NotEvaluated = 1 } : tally)],
        Scopes = [.. Complete().Scopes.Select(scope => scope.Scope == ScopeOf(2) || scope.Scope == new Scope(Accounts[1], Regions[1]) ? scope with { Gaps = 1 } : scope)],
    };

    /// <summary>The same audit with every read granted.</summary>
    public static AuditResult Complete()
    {
        var findings = Findings();
        return new AuditResult
        {
            RunId = "2026-01-15T120000Z-7f3a", ToolVersion = "0.1.0", AsOf = AsOf, StartedAt = AsOf.AddSeconds(1), Duration = TimeSpan.FromSeconds(2.4),
            Source = "AWS organisation example-corp, 3 accounts, 3 regions",
            Rules = [.. SampleRules.All.OrderBy(rule => rule.Id, StringComparer.Ordinal)],
            Tallies = [.. SampleRules.All.Where(rule => rule.Category != "code").OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule => Tally(rule, findings))],
            Findings = findings,
            Scopes = [.. Accounts.SelectMany((account, a) => Regions.Select((region, r) => new ScopeCoverage(new Scope(account, region), 24 + (a * 17) + (r * 9), 3 + a, 0)))],
            Inventory = new InventorySummary
            {
                Secrets = 450, Keys = 36, RotationEnabled = 277, MonthlyCost = 231.47m,
                ValueAges = [new("0–30 days", 131), new("31–90 days", 122), new("91–180 days", 70), new("181–365 days", 61), new("1–2 years", 39), new("over 2 years", 21), new("unknown", 6)],
                MonthlyCosts = [new("under $0.41", 301), new("$0.41–0.50", 78), new("$0.51–1.00", 41), new("$1.01–5.00", 22), new("over $5.00", 8)],
                ConfigRules = [new(new Scope(Accounts[0], Regions[0]), "secretsmanager-rotation-enabled-check", "NON_COMPLIANT", 12), new(new Scope(Accounts[0], Regions[0]), "secretsmanager-using-cmk", "COMPLIANT", null)],
            },
            Frameworks =
            [
                new("aws-fsbp", "AWS Foundational Security Best Practices", new("https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html"),
                [
                    new() { Id = "SecretsManager.2", Title = "Rotations that are scheduled happen", Status = ControlStatus.Fail, Rules = [SampleRules.Overdue.Id], Passed = 266, Failed = 7, Waived = 2 },
                    new() { Id = "SecretsManager.3", Title = "Nothing is kept that nobody uses", Status = ControlStatus.NotEvaluated, Rules = [SampleRules.Unused.Id, "SAUD1061"], Passed = 425, NotEvaluated = 13, Reason = "SAUD1061 was off." },
                ]),
                new("soc2", "SOC 2", new("https://www.aicpa-cima.com/resources/download/2017-trust-services-criteria-with-revised-points-of-focus-2022"),
                [
                    new() { Id = "CC6.1", Title = "Access is restricted to those who need it", Status = ControlStatus.Pass, Rules = [SampleRules.PublicPolicy.Id], Passed = 447 },
                    new() { Id = "CC1.4", Title = "People are competent", Status = ControlStatus.NotCheckable, Reason = "Training is not in any account." },
                ]),
            ],
            Cost = new CostSummary
            {
                PriceList = "AWS list prices", PricesAsOf = new(2026, 1, 2), Storage = 180m, ApiCalls = 42.17m, KmsRequests = 9.30m, WithoutUse = 0,
                Distribution = new()
                {
                    Secrets = 446, Unknown = 4, Minimum = 0.40m, LowerQuartile = 0.40m, Median = 0.4012m, UpperQuartile = 0.43m, Percentile90 = 0.92m, Percentile99 = 6.10m,
                    Maximum = 18.20m, RobustDeviation = 0.10m,
                },
                Savings = [new(CostRemedy.Cache, 5, 61.20m), new(CostRemedy.DeleteUnused, 12, 4.80m)],
            },
            Fixed = [new("0f1e2d3c", SampleRules.NoOwner.Id, Arn(1, 4), AsOf.AddDays(-40))],
            Code = new CodeSummary("src", 1842, 231_870, 9_482_113, TimeSpan.FromSeconds(1.1)),
        };
    }

    /// <summary>As many findings as a large estate has, all of one rule.</summary>
    public static AuditResult WithFindings(int count) => Incomplete with
    {
        Findings = [.. Enumerable.Range(0, count).Select(i =>
        {
            var resource = new FindingSubject.Resource($"arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/orders-{i}-Ab12Cd", $"prod/orders-{i}", "AWS::SecretsManager::Secret", ScopeOf(i), Owners[i % Owners.Length]);
            return Finding(SampleRules.Overdue, resource, $"Rotation was due {i % 400} days ago and has not happened.", FindingState.Open,
                [new Evidence("NextRotationDate", "2026-01-01", "secretsmanager:ListSecrets", AsOf), new Evidence("LastRotatedDate", "(absent)", "secretsmanager:ListSecrets", AsOf)]);
        })],
    };

    private static RuleTally Tally(RuleDescriptor rule, IReadOnlyList<Finding> findings)
    {
        var failed = findings.Count(finding => finding.RuleId == rule.Id && finding.State != FindingState.Fixed);
        var notApplicable = rule.Category == "rotation" ? 173 : 0;
        return new RuleTally(rule.Id, 450 - notApplicable - failed, failed, notApplicable, 0);
    }

    private static IReadOnlyList<Finding> Findings()
    {
        var findings = new List<Finding>();
        for (var i = 0; i < 3; i++)
            findings.Add(Cloud(SampleRules.PublicPolicy, i, i, "The policy allows secretsmanager:GetSecretValue to everyone: a principal of an unrelated account would get the value.", State(i),
                new Evidence("Statement", "Sid PartnerAccess, Effect Allow, Principal *", "secretsmanager:GetResourcePolicy", AsOf.AddMinutes(-3)),
                new Evidence("Witness", "arn:aws:iam::999999999999:root may call secretsmanager:GetSecretValue")));
        for (var i = 0; i < 11; i++)
            findings.Add(Cloud(SampleRules.Overdue, i, i + 3, $"Rotation was due {i + 2} days ago and has not happened.", State(i + 1),
                new Evidence("NextRotationDate", $"{AsOf.AddDays(-i - 2):yyyy-MM-dd}", "secretsmanager:ListSecrets", AsOf.AddMinutes(-3)),
                new Evidence("LastRotatedDate", i % 3 == 0 ? "(absent)" : $"{AsOf.AddDays(-95 - i):yyyy-MM-dd}", "secretsmanager:ListSecrets", AsOf.AddMinutes(-3))));
        for (var i = 0; i < 14; i++)
            findings.Add(Cloud(SampleRules.AwsManagedKey, i * 2, i, "Encrypted under aws/secretsmanager.", State(i + 2),
                new Evidence("KmsKeyId", "(absent)", "secretsmanager:ListSecrets", AsOf.AddMinutes(-3))) with
            {
                Due = AsOf.AddDays(i - 3),
                Fix = new()
                {
                    Cli = $"aws secretsmanager update-secret --secret-id {Arn(i * 2, i)} --kms-key-id KEY",
                    Terraform = "resource \"aws_secretsmanager_secret\" \"this\" {\n  kms_key_id = \"KEY\"\n}",
                    CloudFormation = "Type: AWS::SecretsManager::Secret\nProperties:\n  KmsKeyId: KEY",
                },
            });
        for (var i = 0; i < 12; i++)
            findings.Add(Cloud(SampleRules.Unused, i + 1, i * 3, $"Last read {97 + (i * 20)} days ago.", State(i),
                new Evidence("LastAccessedDate", $"{AsOf.AddDays(-97 - (i * 20)):yyyy-MM-dd}", "secretsmanager:ListSecrets", AsOf.AddMinutes(-3))) with { MonthlyCost = 0.40m, MonthlySaving = 0.40m, Confidence = Confidence.Medium });
        for (var i = 0; i < 5; i++)
            findings.Add(Cloud(SampleRules.CostOutlier, i, i + 5, $"Costs ${18.2 - i} a month; half of all secrets cost less than $0.41.", State(i + 1),
                new Evidence("Reads a month", $"{3_550_000 - (i * 200_000):N0}"), new Evidence("Robust z-score", $"{41.8 - i}")) with { MonthlyCost = 18.20m - i });
        for (var i = 0; i < 6; i++)
            findings.Add(Cloud(SampleRules.NoOwner, 3 + (i * 6), i, "No tag Owner, owner or team.", State(i + 1), new Evidence("Tags", "2 tags: env, app", "secretsmanager:ListSecrets", AsOf.AddMinutes(-3))));
        for (var i = 0; i < 9; i++)
            findings.Add(Code(i));

        return [.. findings.OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.RuleId, StringComparer.Ordinal).ThenBy(finding => finding.Subject.Identity, StringComparer.Ordinal)];
    }

    private static FindingState State(int i) => (i % 7) switch
    {
        0 => FindingState.New,
        2 => FindingState.Waived,
        4 => FindingState.Reopened,
        5 => FindingState.Fixed,
        _ => FindingState.Open,
    };

    private static Finding Cloud(RuleDescriptor rule, int scope, int name, string message, FindingState state, params Evidence[] evidence)
    {
        var resource = Resource(scope, name);
        return Finding(rule, resource, message, state, evidence);
    }

    private static Finding Finding(RuleDescriptor rule, FindingSubject subject, string message, FindingState state, IReadOnlyList<Evidence> evidence, string subKey = "") => new()
    {
        Fingerprint = FindingFingerprint.Compute(rule.Id, subject.Identity, subKey), RuleId = rule.Id, RuleName = rule.Name, Title = rule.Title, Severity = rule.Severity,
        Message = message, Subject = subject, Evidence = evidence, Remediation = rule.Remediation, Confidence = rule.Precision, State = state,
        FirstSeen = state == FindingState.New ? AsOf : AsOf.AddDays(-11),
        Waiver = state == FindingState.Waived ? new Waiver
        {
            Rule = rule.Name, Subject = subject.Identity, Owner = "payments", Approver = "security office",
            Reason = "The partner moves to the new interface in March; until then the network is closed to others.", Expires = AsOf.AddDays(subKey.Length + (rule.Id[^1] == '3' ? 12 : 74)),
        } : null,
    };

    private static Finding Code(int i)
    {
        var line = 14 + (i * 23);
        return Finding(SampleRules.CodeLiteral, new FindingSubject.Code($"Shop.{(i % 2 == 0 ? "Api" : "Worker")}/Settings/Connection{i}.cs", line, 27, line, 61),
            $"The field _connectionString{i} is set to a literal with a password in it.", State(i),
            [new Evidence("Detector", "connection string with a password"), new Evidence("Keyed fingerprint", $"k1:{i}f0c9a{i}")], subKey: $"{i}");
    }

    private static FindingSubject.Resource Resource(int scope, int name) => new(
        Arn(scope, name), NameOf(name), "AWS::SecretsManager::Secret", ScopeOf(scope), Owners[(scope + name) % Owners.Length]);

    private static Scope ScopeOf(int i) => new(Accounts[i % 3], Regions[i / 3 % 3]);

    private static string NameOf(int i) => i < Names.Length ? Names[i] : $"{Names[i % Names.Length]}-{i / Names.Length + 1}";

    private static string Arn(int scope, int name) => $"arn:aws:secretsmanager:{ScopeOf(scope).Region}:{ScopeOf(scope).Account}:secret:{NameOf(name)}-Ab{name:00}Cd";
}
