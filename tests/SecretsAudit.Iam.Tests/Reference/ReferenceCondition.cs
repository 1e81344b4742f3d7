using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace SecretsAudit.Iam.Tests.Reference;

/// <summary>Condition blocks, read from the JSON each time.</summary>
/// <remarks>
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
/// </remarks>
internal static class ReferenceCondition
{
    public static bool Holds(JsonNode? block, ReferenceRequest request, bool variables)
    {
        foreach (var (operatorName, keys) in block?.AsObject() ?? [])
        {
            foreach (var (key, listed) in keys!.AsObject())
            {
                var values = ReferencePolicy.List(listed);
                request.Context.TryGetValue(key.ToLowerInvariant(), out var given);
                if (!HoldsOne(operatorName, given, values, request, variables))
                    return false;
            }
        }

        return true;
    }

    private static bool HoldsOne(string name, string[]? given, string[] listed, ReferenceRequest request, bool variables)
    {
        var set = "";
        if (name.Contains(':'))
        {
            set = name.Split(':')[0];
            name = name.Split(':')[1];
        }

        if (name == "Null")
        {
            if (set != "")
                return set == "ForAllValues";
            return listed.Any(value => string.Equals(value, given == null ? "true" : "false", StringComparison.OrdinalIgnoreCase));
        }

        var ifExists = name.EndsWith("IfExists", StringComparison.Ordinal);
        if (ifExists)
            name = name[..^8];
        var negated = name.Contains("Not");
        if (given == null || (set != "" && given.Length == 1 && given[0] == ""))
        {
            if (ifExists)
                return true;
            return set == "ForAllValues" || (set == "" && negated);
        }

        bool Matches(string value) => listed.Any(text => MatchesOne(name.Replace("Not", ""), value, text, request, variables));
        return set switch
        {
            "ForAllValues" => given.All(value => negated != Matches(value)),
            "ForAnyValue" => given.Any(value => negated != Matches(value)),
            _ => negated != given.Any(Matches),
        };
    }

    private static bool MatchesOne(string name, string value, string text, ReferenceRequest request, bool variables)
    {
        if (name.StartsWith("String", StringComparison.Ordinal) || name.StartsWith("Arn", StringComparison.Ordinal))
        {
            var pattern = variables ? ReferenceText.Replace(text, request) : text;
            if (pattern == null)
                return false;
            return name switch
            {
                "StringEquals" => ReferenceText.Same(pattern, value),
                "StringEqualsIgnoreCase" => ReferenceText.SameFolded(pattern, value),
                "StringLike" => ReferenceText.Like(pattern, value),
                _ => ReferenceText.LikeArn(pattern, value),
            };
        }

        if (name.StartsWith("Numeric", StringComparison.Ordinal))
        {
            return decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var left)
                && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var right)
                && Compares(name["Numeric".Length..], left.CompareTo(right));
        }

        if (name.StartsWith("Date", StringComparison.Ordinal))
            return Seconds(value) is { } left && Seconds(text) is { } right && Compares(name["Date".Length..], left.CompareTo(right));

        return name switch
        {
            "Bool" => string.Equals(value, text, StringComparison.OrdinalIgnoreCase),
            "BinaryEquals" => Bytes(value) is { } left && Bytes(text) is { } right && left.SequenceEqual(right),
            "IpAddress" => InRange(value, text),
            _ => throw new ArgumentException(name),
        };
    }

    private static bool Compares(string how, int order) => how switch
    {
        "Equals" => order == 0,
        "LessThan" => order < 0,
        "LessThanEquals" => order <= 0,
        "GreaterThan" => order > 0,
        "GreaterThanEquals" => order >= 0,
        _ => throw new ArgumentException(how),
    };

    private static double? Seconds(string text) =>
        text.Length > 4 && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var epoch) ? epoch
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? (instant - DateTimeOffset.UnixEpoch).TotalSeconds
        : null;

    private static byte[]? Bytes(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool InRange(string value, string range)
    {
        if (!IPAddress.TryParse(value, out var address))
            return false;
        var halves = range.Split('/');
        var network = IPAddress.Parse(halves[0]);
        if (network.AddressFamily != address.AddressFamily)
            return false;
        var bits = halves.Length > 1 ? int.Parse(halves[1], CultureInfo.InvariantCulture) : network.GetAddressBytes().Length * 8;
        string Bits(IPAddress of) => string.Concat(of.GetAddressBytes().Select(part => Convert.ToString(part, 2).PadLeft(8, '0')));
        return Bits(network)[..bits] == Bits(address)[..bits];
    }
}
