using DichVuCong.Messaging;
using DichVuCong.Payments;
using DichVuCong.Runtime.Lines;

namespace DichVuCong.Worker.Paying;

/// <summary>
/// The lines to the payment partners and to the ministries' systems, one for each, so that one that is down delays its own orders only. What is
/// for one that is not configured (any more) goes to a line of its own and waits there, visibly, until it is.
/// </summary>
internal sealed class PaymentLines(PaymentPartners partners)
{
    /// <summary>The partners' endpoint: <c>payment:vnpay</c>.</summary>
    public const string Partners = "payment";

    /// <summary>The endpoint of the ministries' systems: <c>ministry:DOITAC1</c>.</summary>
    public const string Ministries = "ministry";

    /// <summary>The line of everything that is not configured. No partner and no system has that for a code.</summary>
    public const string NotConfigured = "(not configured)";

    /// <summary>The line of a partner.</summary>
    public string OfPartner(string code) => partners.Find(code) is null ? NotConfigured : code;

    /// <summary>The line of a ministry's system.</summary>
    public string OfMinistry(string system) => partners.Platform?.Find(system) is null ? NotConfigured : system;

    /// <summary>All of them, with what each can bear.</summary>
    public IEnumerable<LineDeclaration> Declarations()
    {
        foreach (var partner in partners.All) yield return new LineDeclaration($"{Partners}:{partner.Code}", Shards: 1, partner.Limits);
        foreach (var system in partners.Platform?.Confirmed ?? [])
        {
            yield return new LineDeclaration($"{Ministries}:{system}", Shards: 1, partners.Platform!.Limits);
        }

        var waiting = LineLimits.Default with { MaxAttempts = 1_000_000, GiveUpAfter = TimeSpan.FromDays(365) };
        yield return new LineDeclaration($"{Partners}:{NotConfigured}", Shards: 1, waiting);
        yield return new LineDeclaration($"{Ministries}:{NotConfigured}", Shards: 1, waiting);
    }
}
