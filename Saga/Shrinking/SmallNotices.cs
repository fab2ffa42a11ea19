using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Saga.Notifications;

namespace DichVuCong.Saga.Shrinking;

/// <summary>The small form of notices of which none is under way any more: all that was known, in few bytes.</summary>
public sealed class SmallNotices : IShrunkForm<NoticeData>
{
    /// <summary>The first byte; JSON never begins with it.</summary>
    private const byte Mark = 1;

    /// <summary>The occasions that most dossiers have. Their number and order are stored, and never change.</summary>
    private static readonly string[] Usual =
        [NoticeTable.Receipt, "state-3", "state-5", "state-6", "state-7", "state-8", "state-9", "state-10"];

    /// <inheritdoc/>
    public bool IsShrunk(NoticeData state) => state.IsShrunk;

    /// <inheritdoc/>
    public bool IsWritten(ReadOnlySpan<byte> state) => state is [Mark, ..];

    /// <inheritdoc/>
    public NoticeData? Shrink(NoticeData state) =>
        state.IsShrunk || state.Open is not null || state.Notices.Any(notice => notice.State is NoticeState.Ordered or NoticeState.Waiting) ? null : state with { IsShrunk = true };

    /// <inheritdoc/>
    public byte[] Write(NoticeData state)
    {
        var codec = SmallCodec.ToWrite(Mark);
        Pass(codec, state);
        return codec.Written;
    }

    /// <inheritdoc/>
    public NoticeData Read(ReadOnlySpan<byte> state) => Pass(SmallCodec.ToRead(state), new NoticeData { Dossier = default });

    private static NoticeData Pass(SmallCodec codec, NoticeData data) => new()
    {
        Dossier = DossierCode.Parse(codec.Text(data.Dossier.Value)!),
        Notices = codec.List(data.Notices, notice => new Notice(
            codec.Text(notice?.Occasion, Usual)!, (NoticeChannels)codec.Small((int?)notice?.Channel ?? 0), (NoticeState)codec.Small((int?)notice?.State ?? 0))),
        IsShrunk = true,
    };
}
