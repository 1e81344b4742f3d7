using SecretsAudit.Store.Accounts;

namespace SecretsAudit.Store.Estate;

/// <summary>One account of the sample estate, with the key that an audit of it signs with.</summary>
/// <param name="Id">The twelve-digit account id.</param>
/// <param name="Name">What the company calls it.</param>
/// <param name="Auditor">The access key of a user who may read what an audit needs, and no value.</param>
public sealed record EstateAccount(string Id, string Name, AccessKeyCredentials Auditor);
