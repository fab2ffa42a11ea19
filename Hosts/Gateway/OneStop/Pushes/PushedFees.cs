using System.Security.Cryptography;
using System.Text;
using DichVuCong.Adapters.OneStop.Inbound;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.OneStop.Calls;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Gateway.OneStop.Pushes;

/// <summary>What a pushed dossier asks to be paid: status 6, and lines of which some cost something, or may.</summary>
internal sealed class PushedFees
{
    private PushedFees(InboundDossier dossier, Agency? agency, bool isRepeat, bool isFinished, IReadOnlyList<InboundFee> lines)
    {
        (Dossier, Agency, IsRepeat, IsFinished, Lines) = (dossier.Dossier, agency, isRepeat, isFinished, dossier.Fees);
        Content = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(TextOf).Order(StringComparer.Ordinal))));
        Total = Vnd.Sum(lines.Select(line => AmountOf(line) ?? Vnd.Zero));
        IsReadable = lines.All(line => AmountOf(line) is not null);
    }

    /// <summary>The dossier.</summary>
    public DossierCode Dossier { get; }

    /// <summary>The collecting agency; null while the dossier has none.</summary>
    public Agency? Agency { get; }

    /// <summary>Whether the very same content came before: what was to be told of it has been.</summary>
    public bool IsRepeat { get; }

    /// <summary>Whether the dossier has ended, as far as is known here.</summary>
    public bool IsFinished { get; }

    /// <summary>All lines as they were sent.</summary>
    public IReadOnlyList<InboundFee> Lines { get; }

    /// <summary>
    /// SHA-256 of what makes the fees of two pushes the same: the lines that cost something, in any order. The account is not in it: the wire
    /// does not name it, and an agency that registers another one has not asked for other money.
    /// </summary>
    public byte[] Content { get; }

    /// <summary>What the lines come to, as far as they can be read.</summary>
    public Vnd Total { get; }

    /// <summary>Whether every amount can be read.</summary>
    public bool IsReadable { get; }

    /// <summary>The fees of a dossier that is known; null when it asks for nothing.</summary>
    /// <param name="call">The call.</param>
    /// <param name="dossier">The dossier.</param>
    /// <param name="known">What is there of it.</param>
    public static PushedFees? Of(SystemCall call, InboundDossier dossier, PushedDossier known) =>
        Of(dossier, known.Dossier.Agency is { } agency ? call.Index.Agencies.Find(agency) : null, known.IsLast, StateGraph.IsFinal(known.Dossier.State));

    /// <summary>The fees of a dossier that is new; null when it asks for nothing.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="agency">Its agency.</param>
    public static PushedFees? Of(InboundDossier dossier, Agency? agency) => Of(dossier, agency, isRepeat: false, isFinished: false);

    private static PushedFees? Of(InboundDossier dossier, Agency? agency, bool isRepeat, bool isFinished)
    {
        if (dossier.Row.State != DossierState.PaymentRequested) return null;
        var lines = dossier.Fees.Where(line => AmountOf(line) != Vnd.Zero).ToList();
        return lines.Count == 0 ? null : new PushedFees(dossier, agency, isRepeat, isFinished, lines);
    }

    private static Vnd? AmountOf(InboundFee line) => Vnd.TryParseWire(line.Amount, out var amount) ? amount : null;

    /// <summary>A line as text, each part with its length before it, so that no two lines are alike.</summary>
    private static string TextOf(InboundFee line) => string.Join('|', new[]
    {
        line.Kind, line.Code, line.Name, AmountOf(line)?.ToWire() ?? line.Amount,
    }.Select(part => $"{part?.Length ?? 0}:{part}"));
}
