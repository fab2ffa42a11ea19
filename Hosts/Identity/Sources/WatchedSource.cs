using DichVuCong.Contracts.Identity;
using DichVuCong.Registries.Identity;

namespace DichVuCong.Identity.Sources;

/// <summary>
/// A source whose calls are counted and bounded: while it is slow, people wait for it, but never so many that they take the host's memory and
/// connections from everybody else.
/// </summary>
internal sealed class WatchedSource(IIdentityProvider source, PartnerPulse pulse, TimeProvider time) : IIdentityProvider, IDisposable
{
    private const int MostAtOnce = 64;
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _room = new(MostAtOnce);

    /// <inheritdoc/>
    public string Name => source.Name;

    /// <inheritdoc/>
    public Uri AuthorizeAddress(string state) => source.AuthorizeAddress(state);

    /// <inheritdoc/>
    public IdentityAnswer<VerifiedIdentity> OfError(string error) => source.OfError(error);

    /// <inheritdoc/>
    public async Task<IdentityAnswer<VerifiedIdentity>> RedeemAsync(SignInCode code, CancellationToken cancellationToken)
    {
        if (!await _room.WaitAsync(TimeSpan.Zero, cancellationToken)) return new IdentityAnswer<VerifiedIdentity>.Away("too many wait for it already", ComeBack);
        try
        {
            var began = time.GetTimestamp();
            var answer = await source.RedeemAsync(code, cancellationToken);
            pulse.Note(Name, answer, time.GetUtcNow(), time.GetElapsedTime(began));
            return answer;
        }
        finally
        {
            _room.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _room.Dispose();
}
