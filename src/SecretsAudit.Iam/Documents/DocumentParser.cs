using System.Text.Json;

namespace SecretsAudit.Iam.Documents;

/// <summary>Turns a policy's JSON into a <see cref="PolicyDocument"/> or a list of what AWS would refuse.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html"/>
internal sealed class DocumentParser(PolicyKind kind, byte[] utf8)
{
    private const string VersionWithVariables = PolicyDocument.CurrentVersion;
    private const string FirstVersion = "2008-10-17";

    private readonly SourceText _source = new(utf8);

    public PolicyParse Parse()
    {
        var document = _source.ReadRoot() is { } root ? ReadDocument(root) : null;
        var problems = _source.Problems.OrderBy(problem => problem.Position.Line).ThenBy(problem => problem.Position.Column).ToArray();
        return new PolicyParse(_source.HasErrors ? null : document, problems);
    }

    private PolicyDocument? ReadDocument(SourceNode root)
    {
        if (!root.IsObject)
        {
            _source.Error(root, "A policy is a JSON object.");
            return null;
        }

        var elements = new ElementReader(_source);
        elements.RefuseUnknown(root, "Version", "Id", "Statement");
        var version = ReadVersion(root);
        var id = elements.OptionalText(root, "Id");
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html#policies-grammar-notes
        if (root.Find("Id") is { } idNode && (kind is PolicyKind.Identity or PolicyKind.Boundary or PolicyKind.Session))
            _source.Warn(idNode, "Id belongs into resource-based policies.");

        if (root.Find("Statement") is not { } statements)
        {
            _source.Error(root, "The element Statement is missing.");
            return null;
        }

        if (statements is { IsArray: true, Items.Count: 0 })
            _source.Error(statements, "A policy needs at least one statement.");

        var parser = new StatementParser(kind, _source, version == VersionWithVariables);
        var parsed = statements.AsList.Select((node, index) => parser.Parse(node, index)).OfType<PolicyStatement>().ToArray();
        // KMS takes a repeated Sid: AWS's own policy of the aws/secretsmanager key has one.
        if (kind != PolicyKind.Key)
            RefuseRepeatedSids(statements.AsList);
        return new PolicyDocument(kind, version, id, parsed);
    }

    private string ReadVersion(SourceNode root)
    {
        if (root.Find("Version") is not { } node)
        {
            // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
            if (kind == PolicyKind.ResourceControl)
                _source.Error(root, $"A resource control policy has Version {VersionWithVariables}.");
            return FirstVersion;
        }

        if (node is { IsString: true, Text: VersionWithVariables or FirstVersion })
            return node.Text;

        _source.Error(node, $"Version is {VersionWithVariables} or {FirstVersion}.");
        return FirstVersion;
    }

    private void RefuseRepeatedSids(IReadOnlyList<SourceNode> statements)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            if (statement.Find("Sid") is { Kind: JsonTokenType.String, Text.Length: > 0 } sid && !seen.Add(sid.Text))
                _source.Error(sid, "Two statements have this Sid; it must be unique within the policy.");
        }
    }
}
