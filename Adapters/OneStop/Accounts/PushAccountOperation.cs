using System.Text.Json;
using DichVuCong.Adapters.OneStop.Outbound;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.OneStop.Accounts;

/// <summary>Tells a one-stop system how an account stands (A12.1), with the profile that the message does not carry.</summary>
/// <param name="http">A client of <see cref="OneStopHttp"/>.</param>
/// <param name="directory">The systems' settings.</param>
/// <param name="profiles">Where the profiles are.</param>
/// <param name="time">Measures the time-out of calls.</param>
public sealed class PushAccountOperation(HttpClient http, IOneStopDirectory directory, IAccountProfiles profiles, TimeProvider time) : IPartnerOperation<PushAccount>
{
    private readonly AccountCall _call = new(http, directory, time);

    /// <inheritdoc/>
    public Repeatability RepeatabilityOf(PushAccount command) => Repeatability.Deduplicates();

    /// <inheritdoc/>
    public async Task<Outcome> CallAsync(PushAccount command, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(call);
        AccountProfile? profile = null;
        try
        {
            // Whom the system has no business with any more it need not know any better.
            if (command.Posts.Count > 0) profile = await profiles.OpenAsync(command.Account, command.Profile, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not OutOfMemoryException)
        {
            return Outcome.Transient($"the profile could not be read: {fault.GetType().Name}");
        }

        if (profile is null && command.Posts.Count > 0) return Outcome.Transient("the profile is not stored");
        var body = JsonSerializer.SerializeToUtf8Bytes(BodyOf(command, profile), AccountWireJson.Default.OfficerBody);
        var answer = await _call.AskAsync(
            command.System, AccountPaths.Officers, body, AccountWireJson.Default.OfficerHeld, PersonalValues(profile), call.Timeout, cancellationToken);
        if (answer.Refusal is { } text) return Outcome.Refused(answer.Failure!.Reason!, new AccountPushRefused(command.Account, command.System, command.Version, text));
        if (answer.Failure is { } failure) return failure;
        // It takes what is newer than what it holds, and says what it holds: less than what it was sent is no answer to this.
        return answer.Value!.Account == command.Account && answer.Value.Version >= command.Version
            ? Outcome.Done(new AccountPushed(command.Account, command.System, command.Version))
            : Outcome.Unknown("the system answers that it holds something else");
    }

    /// <inheritdoc/>
    public Task<Outcome> AskAsync(PushAccount command, PartnerCall call, CancellationToken cancellationToken) =>
        Task.FromResult(Outcome.Absent("it is sent again: a version that is held changes nothing"));

    private static OfficerBody BodyOf(PushAccount command, AccountProfile? profile) => new(
        command.Account, command.Version, command.Kind, command.State, [.. command.Posts.Select(post => new OfficerPost(post.Agency, post.Groups))],
        profile is null ? null : OfficerProfile.Of(profile));

    private static IEnumerable<string> PersonalValues(AccountProfile? profile) => profile is null
        ? []
        : [profile.FullName.Reveal(), profile.PersonalId.Reveal(), profile.Phone.Reveal(), profile.Email.Reveal()];
}
