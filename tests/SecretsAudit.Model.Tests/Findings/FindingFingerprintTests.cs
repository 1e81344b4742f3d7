namespace SecretsAudit.Model.Tests.Findings;

public sealed class FindingFingerprintTests
{
    [Fact]
    public void A_fingerprint_never_changes_from_version_to_version() => Assert.Equal(
        "bc93588af9959a14ddf6c2fbdb6417ce3014d3c3a1067bf5bd911c066eb8afd8",
        FindingFingerprint.Compute("SAUD1003", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:a-AbCdEf"));

    [Theory]
    [InlineData("SAUD1003", "ab", "c", "SAUD1003", "a", "bc")]
    [InlineData("SAUD1003", "a", "", "SAUD1003a", "", "")]
    [InlineData("SAUD1", "003|1:a", "", "SAUD1003", "a", "")]
    public void Parts_that_join_to_the_same_text_have_different_fingerprints(string rule1, string identity1, string key1, string rule2, string identity2, string key2) =>
        Assert.NotEqual(FindingFingerprint.Compute(rule1, identity1, key1), FindingFingerprint.Compute(rule2, identity2, key2));
}
