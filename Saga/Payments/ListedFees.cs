using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Payments;

/// <summary>A line of DanhSachLePhi as it was sent (<c>one-stop-and-portal-wire.md</c> 2.3). It names no account.</summary>
/// <param name="Kind">LoaiPhiLePhi: 1 fee, 2 charge.</param>
/// <param name="Code">MaPhiLePhi.</param>
/// <param name="Name">TenPhiLePhi.</param>
/// <param name="Amount">Gia, in đồng.</param>
public sealed record ListedFee(string? Kind, string? Code, string? Name, string? Amount);

/// <summary>Why the fees of a dossier state no obligation although there is something to pay.</summary>
public enum ListedFault
{
    /// <summary>Gia is no amount in whole đồng.</summary>
    Amount = 1,

    /// <summary>LoaiPhiLePhi is neither 1 nor 2.</summary>
    Kind = 2,

    /// <summary>The agency has registered no account that counts today.</summary>
    NoAccount = 3,

    /// <summary>It has registered several, and the line does not say which.</summary>
    SeveralAccounts = 4,

    /// <summary>The lines cannot be split into orders, see <see cref="ObligationSplit.FaultOf"/>.</summary>
    Lines = 5,
}

/// <summary>What the fees of a dossier come to: a closed set.</summary>
public abstract record ListedFees
{
    private ListedFees()
    {
    }

    /// <summary>They state nothing: the status is not 6, or there is nothing to pay.</summary>
    public sealed record Nothing : ListedFees;

    /// <summary>They state an obligation of these lines.</summary>
    /// <param name="Lines">The lines, each with its account.</param>
    public sealed record Stated(IReadOnlyList<FeeLine> Lines) : ListedFees;

    /// <summary>There is something to pay, and it cannot be said what or to whom: people must act, and nobody is charged.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Line">The line, from 0.</param>
    public sealed record Unclear(ListedFault Fault, int Line) : ListedFees;

    /// <summary>
    /// What a dossier that an agency sent states to be paid (A25.2). Only status 6 asks for money; with any other the lines tell what was paid.
    /// The wire's lines have no account, so the agency must have registered exactly one. Nothing is guessed: a line that is not clear states
    /// nothing at all, since half an obligation could not be mended later.
    /// </summary>
    /// <param name="state">TrangThaiHoSo.</param>
    /// <param name="fees">DanhSachLePhi.</param>
    /// <param name="accounts">The agency's registered accounts that count today.</param>
    public static ListedFees Of(DossierState state, IReadOnlyList<ListedFee> fees, IReadOnlyList<BeneficiaryAccount> accounts)
    {
        ArgumentNullException.ThrowIfNull(fees);
        ArgumentNullException.ThrowIfNull(accounts);
        if (state != DossierState.PaymentRequested) return new Nothing();
        var lines = new List<FeeLine>();
        for (var index = 0; index < fees.Count; index++)
        {
            if (!Vnd.TryParseWire(fees[index].Amount, out var amount)) return new Unclear(ListedFault.Amount, index);
            if (!amount.IsPositive) continue;
            FeeKind? kind = fees[index].Kind switch { "1" => FeeKind.Fee, "2" => FeeKind.Charge, _ => null };
            if (kind is not { } known) return new Unclear(ListedFault.Kind, index);
            if (accounts is not [var account]) return new Unclear(accounts.Count == 0 ? ListedFault.NoAccount : ListedFault.SeveralAccounts, index);
            lines.Add(new FeeLine(known, fees[index].Code ?? "", fees[index].Name ?? "", amount, account));
        }

        if (lines.Count == 0) return new Nothing();
        return ObligationSplit.FaultOf(lines) is null ? new Stated(lines) : new Unclear(ListedFault.Lines, Line: 0);
    }

    /// <summary>
    /// The identity of the obligation that a dossier's fees state: one for each dossier of a system. Clients send the whole dossier again and
    /// again, with the lines of before among the new ones: other content under the identity is a conflict for people, never a second charge.
    /// </summary>
    /// <param name="system">The system that sent the dossier.</param>
    /// <param name="dossier">The dossier.</param>
    /// <exception cref="FormatException">The two make no identity.</exception>
    public static ObligationId IdentityOf(string system, Contracts.DossierCode dossier) => ObligationId.Of(system, dossier.Value);
}
