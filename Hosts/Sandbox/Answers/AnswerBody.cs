using System.IO.Pipelines;

namespace DichVuCong.Sandbox.Answers;

/// <summary>A body that can be written whole or in part.</summary>
internal abstract class AnswerBody
{
    /// <summary>Its bytes.</summary>
    public abstract long Length { get; }

    /// <summary>Writes the first <paramref name="count"/> bytes.</summary>
    public abstract ValueTask WriteAsync(PipeWriter writer, long count, CancellationToken cancellationToken);
}

/// <summary>A body in memory.</summary>
internal sealed class BytesBody(ReadOnlyMemory<byte> bytes) : AnswerBody
{
    /// <inheritdoc/>
    public override long Length => bytes.Length;

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(PipeWriter writer, long count, CancellationToken cancellationToken) =>
        await writer.WriteAsync(bytes[..(int)count], cancellationToken);
}
