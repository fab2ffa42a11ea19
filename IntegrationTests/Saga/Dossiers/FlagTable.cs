using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Tests.Dossiers;

/// <summary>Which flags stand: what an operator sees on a dossier in the end.</summary>
internal sealed class FlagTable
{
    private static readonly DossierFlag[] Settled = [DossierFlag.ImpossibleTransition, DossierFlag.FromTheFuture];

    private readonly HashSet<string> _standing = [];

    /// <summary>The flags as <c>flag</c> or <c>flag:row</c>, in the alphabet's order.</summary>
    public string Standing => string.Join(' ', _standing.Order(StringComparer.Ordinal));

    public void Apply(KeepFlag flag)
    {
        if (flag.Flag == DossierFlag.Resolved && flag.RowId is null)
        {
            _standing.Remove(Enum.Parse<DossierFlag>(flag.Detail!, ignoreCase: true).ToString()).ShouldBeTrue($"{flag.Detail} is resolved but does not stand");
            return;
        }

        if (flag.Flag is DossierFlag.Resolved or DossierFlag.Corrected)
        {
            var settled = Settled.Count(other => _standing.Remove($"{other}:{flag.RowId}"));
            if (flag.Flag == DossierFlag.Resolved) settled.ShouldBe(1, $"{flag.RowId} is resolved");
        }

        if (flag.Flag != DossierFlag.Resolved) _standing.Add(flag.RowId is null ? $"{flag.Flag}" : $"{flag.Flag}:{flag.RowId}");
    }
}
