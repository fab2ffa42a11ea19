using System.Text;
using System.Text.Json.Nodes;
using DichVuCong.Golden.Tests.Support;
using DichVuCong.Messaging;

namespace DichVuCong.Golden.Tests.Histories;

/// <summary>A message as it is stored: its name, the schema of its body, and the body.</summary>
internal sealed record StoredMessage(string Type, short Schema, JsonNode Body)
{
    public static StoredMessage Of(object message)
    {
        var type = SystemTopology.Sagas.TypeOf(message);
        return new StoredMessage(type.Name, type.Schema, JsonNode.Parse(type.Write(message))!);
    }

    public static StoredMessage Of(JsonNode json) => new((string)json["type"]!, (short)json["schema"]!, json["body"]!);

    public MessageType MessageType => SystemTopology.Sagas.TypeNamed(Type) ?? throw new InvalidOperationException($"{Type} is not known any more.");

    public object Read() => MessageType.Read(Encoding.UTF8.GetBytes(Body.ToJsonString()), Schema);

    public JsonObject ToJson() => new() { ["type"] = Type, ["schema"] = Schema, ["body"] = Body.DeepClone() };
}
